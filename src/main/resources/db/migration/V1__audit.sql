-- Every change, in the order in which the transactions committed. Each row carries the hash of the row before it, so that
-- none can be edited, removed, added or moved unseen. Holds ids and salted hashes, no text and no author.
create table audit_entry (
    sequence bigint not null primary key,
    at timestamp(6) with time zone not null,
    actor_kind varchar(20) not null,
    actor_id varchar(200) not null,
    actor_name varchar(200) not null,
    actor_address varchar(100),
    action varchar(100) not null,
    subject_type varchar(100) not null,
    subject_id varchar(200) not null,
    before_state varchar(1000000) not null,
    after_state varchar(1000000) not null,
    checkpoint varchar(200),
    policy_version varchar(200),
    previous_hash varchar(64) not null,
    hash varchar(64) not null,
    constraint audit_entry_actor_kind check (actor_kind in ('PERSON', 'API_KEY', 'SERVICE', 'COMMAND_LINE'))
);

create index audit_entry_subject on audit_entry (subject_type, subject_id, sequence);
create index audit_entry_actor on audit_entry (actor_id, sequence);
create index audit_entry_at on audit_entry (at);

-- The end of the chain: how many entries there are, and the hash of the last. Its one row is what writers queue for.
create table audit_head (
    id integer not null primary key,
    entries bigint not null,
    hash varchar(64) not null,
    constraint audit_head_one check (id = 1)
);

insert into audit_head (id, entries, hash)
values (1, 0, '0000000000000000000000000000000000000000000000000000000000000000');
