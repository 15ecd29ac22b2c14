-- Previews, histograms and insights read the scores of everything there is. All that they look at stands in this index,
-- so that no text is read for it.
create index submission_scores on submission
    (received_at, channel, verdict, resolution, notices, text_length, p_sadness, p_joy, p_love, p_anger, p_fear, p_surprise,
    id);

-- What was done with what a version in the shadow judged, so that the two can be compared without a look at each submission.
alter table shadow_judgement add column done varchar(10);
update shadow_judgement set done = (select s.verdict from submission s where s.id = shadow_judgement.submission_id);
create index shadow_judgement_counts on shadow_judgement (policy_version_id, verdict, queue, done);

-- The filters of the audit page, each with the newest entries first.
create index audit_entry_subject_id on audit_entry (subject_id, sequence);
create index audit_entry_actor_name on audit_entry (actor_name, sequence);
create index audit_entry_action on audit_entry (action, sequence);
