-- Held submissions that wait for a person, what people decided, and their notes.

create table reviewable (
    id uuid not null primary key,
    submission_id uuid not null,
    queue varchar(40) not null,
    status varchar(20) not null,
    escalated boolean not null,
    rule varchar(200),
    policy_version varchar(200),
    checkpoint varchar(200),
    -- The parts of the priority that stay as they are, and the place in the queue that follows from them: waiting adds the
    -- same to all items of a queue, so that the order is kept in an index.
    severity double precision not null,
    uncertainty double precision not null,
    target_seconds bigint not null,
    ranked_at timestamp(6) with time zone not null,
    created_at timestamp(6) with time zone not null,
    sadness double precision,
    joy double precision,
    love double precision,
    anger double precision,
    fear double precision,
    surprise double precision,
    version bigint not null,
    lease_token bigint not null,
    holder_id varchar(100),
    holder_name varchar(200),
    lease_expires_at timestamp(6) with time zone,
    due_at timestamp(6) with time zone,
    decision_id uuid,
    outcome varchar(20),
    decided_by varchar(200),
    decided_at timestamp(6) with time zone,
    constraint reviewable_submission unique (submission_id)
);

create index reviewable_next on reviewable (queue, status, ranked_at, id);
create index reviewable_age on reviewable (status, created_at, id);

-- Rows are only ever added: an undo is a row that points to the one it takes back.
create table decision (
    id uuid not null primary key,
    reviewable_id uuid not null,
    submission_id uuid not null,
    bulk_id uuid,
    undoes uuid,
    outcome varchar(20) not null,
    reason varchar(2000),
    correction varchar(20),
    feedback varchar(20),
    decided_by_id varchar(100) not null,
    decided_by varchar(200) not null,
    decided_at timestamp(6) with time zone not null,
    prior_decision_id uuid,
    before_queue varchar(40) not null,
    before_status varchar(20) not null,
    before_escalated boolean not null,
    before_holder_id varchar(100),
    before_holder_name varchar(200),
    before_due_at timestamp(6) with time zone,
    constraint decision_of_reviewable foreign key (reviewable_id) references reviewable (id),
    constraint decision_undone_once unique (undoes)
);

create index decision_history on decision (reviewable_id, id);
create index decision_bulk on decision (bulk_id);

create table review_note (
    id uuid not null primary key,
    reviewable_id uuid not null,
    text varchar(2000) not null,
    written_by_id varchar(100) not null,
    written_by varchar(200) not null,
    written_at timestamp(6) with time zone not null,
    constraint review_note_of_reviewable foreign key (reviewable_id) references reviewable (id)
);

create index review_note_history on review_note (reviewable_id, id);
