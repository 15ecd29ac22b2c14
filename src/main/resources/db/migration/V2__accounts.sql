-- People who sign in. name_key is the name in lower case: two people must not look alike in a list.
create table person (
    id uuid not null,
    version integer not null,
    name varchar(60) not null,
    name_key varchar(120) not null,
    role varchar(20) not null,
    enabled boolean not null,
    password_hash varchar(200) not null,
    -- Grows with whatever must end the sessions of this person.
    epoch integer not null,
    created_at timestamp(6) with time zone not null,
    constraint person_pk primary key (id),
    constraint person_name_unique unique (name_key)
);

-- Browsers in which a person has signed in before; guesses of strangers do not use up their attempts.
create table known_browser (
    token_hash varchar(64) not null,
    person_id uuid not null,
    last_used_at timestamp(6) with time zone not null,
    constraint known_browser_pk primary key (token_hash),
    constraint known_browser_person_fk foreign key (person_id) references person (id) on delete cascade
);
create index known_browser_person on known_browser (person_id, last_used_at);

create table api_key (
    id uuid not null,
    version integer not null,
    name varchar(60) not null,
    name_key varchar(120) not null,
    key_hash varchar(64) not null,
    scopes varchar(100) not null,
    created_by varchar(100) not null,
    created_at timestamp(6) with time zone not null,
    last_used_at timestamp(6) with time zone,
    revoked_at timestamp(6) with time zone,
    constraint api_key_pk primary key (id),
    constraint api_key_name_unique unique (name_key),
    constraint api_key_hash_unique unique (key_hash)
);
