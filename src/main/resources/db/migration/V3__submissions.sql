-- What came in, what the model and the policy said, and what people made of it.
-- Text, context, author, external id and salt are null once they have been erased.
create table submission (
    id uuid primary key,
    channel varchar(100) not null,
    external_id varchar(200),
    author varchar(200),
    text varchar(20000),
    context varchar(20000),
    -- Keyed with it the text is hashed into the audit trail; without it the hash says nothing.
    salt varchar(32),
    received_at timestamp(6) with time zone not null,
    submitted_by varchar(200) not null,
    text_length integer not null,
    -- All null, or all there: the model said nothing about a submission without them.
    p_sadness double precision,
    p_joy double precision,
    p_love double precision,
    p_anger double precision,
    p_fear double precision,
    p_surprise double precision,
    -- Names joined by commas, in the order of Notice; empty for none, null without scores.
    notices varchar(200),
    tokens integer,
    checkpoint varchar(200),
    model_precision varchar(10),
    latency_ms bigint,
    -- ALLOW, HOLD or BLOCK.
    verdict varchar(10) not null,
    -- Where a person looks at it, whatever the verdict; null if nobody has to.
    queue varchar(40),
    policy_version varchar(200),
    -- Reasons and weight as JSON; null if no policy judged.
    judgement varchar(100000),
    -- Why the machine could not say all it should have, in plain words; null if it could.
    obstacle varchar(500),
    -- APPROVED, REJECTED or IGNORED; null while nobody has decided.
    resolution varchar(10),
    -- The label of the emotion that a person read instead.
    correction varchar(10),
    resolved_by varchar(200),
    resolved_at timestamp(6) with time zone,
    version bigint not null,
    constraint submission_once_in_a_channel unique (channel, external_id)
);

create index submission_author on submission (author);
create index submission_received on submission (received_at, id);
create index submission_channel_received on submission (channel, received_at, id);
