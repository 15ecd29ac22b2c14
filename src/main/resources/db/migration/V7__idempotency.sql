-- Requests that creating endpoints have worked on lately. Holds neither texts nor names: keys and bodies as hashes, and
-- answers that have none in them.
create table idempotent_request (
    -- Of the caller and their key.
    key_hash varchar(64) primary key,
    salt varchar(32) not null,
    request_hash varchar(64) not null,
    -- Whoever works on it; another may take over when the lease is over.
    attempt uuid not null,
    leased_until timestamp(6) with time zone not null,
    expires_at timestamp(6) with time zone not null,
    -- Null while the request is worked on.
    status integer,
    content_type varchar(200),
    location varchar(500),
    -- Packed with gzip; null where the answer must not be kept.
    body bytea
);

create index idempotent_request_expiry on idempotent_request (expires_at);
