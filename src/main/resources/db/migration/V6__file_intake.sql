-- Files of submissions: how far each has been read, and the rows that could not be taken.
create table file_job (
    id uuid primary key,
    name varchar(200) not null,
    -- Where rows without a channel of their own belong; null if each must name one.
    channel varchar(100),
    -- Whoever sends the same key and the same bytes again gets the same job; both null without a key, or once forgotten.
    idempotency_key varchar(255),
    digest varchar(64),
    bytes bigint not null,
    -- The folder that holds the upload, and which edition of it: another instance may have another folder.
    folder uuid not null,
    edition integer not null,
    -- RECEIVED, RUNNING, WAITING, DONE, FAILED or CANCELLED.
    state varchar(20) not null,
    -- The line on which the last row begins whose fate is decided; 0 for none.
    line_reached bigint not null,
    rows_read bigint not null,
    submitted bigint not null,
    already_known bigint not null,
    rejected bigint not null,
    -- Null until all rows have been counted.
    total bigint,
    -- Why it waits or failed, in plain words.
    error varchar(1000),
    attempts integer not null,
    next_attempt_at timestamp(6) with time zone,
    -- Who is working on it, and until when nobody else may.
    lease_owner uuid,
    lease_until timestamp(6) with time zone,
    received_at timestamp(6) with time zone not null,
    started_at timestamp(6) with time zone,
    finished_at timestamp(6) with time zone,
    -- Since when the rejected rows are gone; null while they are kept.
    rejected_removed_at timestamp(6) with time zone,
    actor_kind varchar(20) not null,
    actor_id varchar(100) not null,
    actor_name varchar(200) not null,
    actor_address varchar(100),
    constraint file_job_once_a_key unique (actor_id, idempotency_key)
);

create index file_job_open on file_job (state, folder, received_at);

create table file_rejected (
    job_id uuid not null references file_job (id),
    line bigint not null,
    reason varchar(500) not null,
    -- Erasable, as is the text; null if the row did not say or could not be read.
    author varchar(200),
    text varchar(20000) not null,
    primary key (job_id, line)
);

create index file_rejected_author on file_rejected (author);
