-- Since when text, context, author, external id and salt are gone at the author's request; null while they are kept.
alter table submission add column erased_at timestamp(6) with time zone;

-- The same for the item: nobody can decide about it any more, and nothing can be written about it.
alter table reviewable add column erased_at timestamp(6) with time zone;

-- The one id that the answer names, so that it is found when what it is about is erased; empty if the answer names none,
-- null if it names several or is not there yet.
alter table idempotent_request add column about varchar(36);

create index idempotent_request_about on idempotent_request (about);
