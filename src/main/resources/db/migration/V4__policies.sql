-- A policy is a name; what it says stands in its versions.
create table policy (
    id uuid primary key,
    name varchar(40) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    constraint policy_name_once unique (name)
);

-- The rules never change once they are stored; only the state does.
create table policy_version (
    id uuid primary key,
    policy_id uuid not null references policy (id),
    number integer not null,
    -- As JSON, in the form that people send.
    rules varchar(200000) not null,
    note varchar(500) not null,
    -- DRAFT, SHADOW, LIVE or ARCHIVED.
    state varchar(10) not null,
    created_at timestamp(6) with time zone not null,
    created_by varchar(200) not null,
    previewed_at timestamp(6) with time zone,
    activated_at timestamp(6) with time zone,
    -- The version that was live before this one, to which a roll back returns.
    replaced_id uuid references policy_version (id),
    version bigint not null,
    constraint policy_version_number_once unique (policy_id, number)
);

create index policy_version_state on policy_version (state);

-- One row. Whoever changes a state locks it first, so that changes come one after the other and one version is live;
-- the counter grows with each, so that every instance sees that its copy is old.
create table policy_standing (
    id smallint primary key,
    counter bigint not null,
    live_id uuid references policy_version (id),
    constraint policy_standing_single check (id = 1)
);

-- What a policy in the shadow would have said. Has no reference to the submission, which may be stored later in the
-- same transaction.
create table shadow_judgement (
    submission_id uuid not null,
    policy_version_id uuid not null references policy_version (id),
    verdict varchar(10) not null,
    queue varchar(40),
    judged_at timestamp(6) with time zone not null,
    constraint shadow_judgement_pk primary key (policy_version_id, submission_id)
);
