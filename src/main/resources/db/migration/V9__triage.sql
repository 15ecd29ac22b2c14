-- Many open items at once, by score: the histogram of an emotion and the items in a range of it.

alter table reviewable add column channel varchar(100);
update reviewable set channel = (select s.channel from submission s where s.id = reviewable.submission_id);

-- All that the histogram counts and that a range is found by stands in the index, so that no row has to be read for it.
create index reviewable_triage
    on reviewable (status, queue, rule, channel, sadness, joy, love, anger, fear, surprise, created_at, id);

-- What one person decided lately, and what anybody decided about many items at once.
create index decision_person on decision (decided_by_id, decided_at);
create index decision_time on decision (decided_at, bulk_id);
