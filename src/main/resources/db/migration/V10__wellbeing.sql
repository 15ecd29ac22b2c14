-- What people choose for their own wellbeing, and what they have had on screen: theirs alone, gone with them.

create table wellbeing_choice (
    person_id uuid not null,
    -- Minutes of heavy texts a day after which a break is suggested; 0 for never.
    budget_minutes integer not null,
    veil varchar(10) not null,
    -- Names of queues joined by commas.
    skipped_queues varchar(2000) not null,
    -- No break is suggested before.
    quiet_until timestamp(6) with time zone,
    constraint wellbeing_choice_pk primary key (person_id),
    constraint wellbeing_choice_person_fk foreign key (person_id) references person (id) on delete cascade
);

create table wellbeing_day (
    person_id uuid not null,
    -- By the clock on the wall of the service.
    on_day date not null,
    shown_seconds double precision not null,
    anger_seconds double precision not null,
    fear_seconds double precision not null,
    sadness_seconds double precision not null,
    -- Requests for the next item since the budget was reached: every third gets a lighter one.
    turns integer not null,
    -- Nobody looks at texts for longer than time has passed.
    last_beat_at timestamp(6) with time zone not null,
    constraint wellbeing_day_pk primary key (person_id, on_day),
    constraint wellbeing_day_person_fk foreign key (person_id) references person (id) on delete cascade
);

create index wellbeing_day_age on wellbeing_day (on_day);
