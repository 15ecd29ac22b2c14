-- Insights count what was decided in a period.
create index reviewable_decided on reviewable (decided_at, status);
