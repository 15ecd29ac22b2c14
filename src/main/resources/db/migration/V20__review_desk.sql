-- What somebody has, and what an author posted before: both are asked for with each page of the queue.
create index reviewable_holder on reviewable (holder_id, status, created_at, id);
create index submission_author_channel on submission (author, channel, received_at, id);
