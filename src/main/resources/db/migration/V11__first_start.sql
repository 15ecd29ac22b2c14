-- True for the administrator who was made at the first start and null for everybody else, so that of two who set the
-- service up at the same moment only one can.
alter table person add column first_one boolean;
alter table person add constraint person_first_once unique (first_one);

-- The made-up submissions that show what the pages are for. One row while they are there, none without them.
create table demonstration (
    id smallint not null primary key,
    -- RUNNING, WAITING or DONE.
    state varchar(10) not null,
    total integer not null,
    taken integer not null,
    -- Why it waits, in plain words.
    obstacle varchar(500),
    -- The moment from which the made-up past is counted back.
    started_at timestamp(6) with time zone not null,
    started_by varchar(200) not null,
    constraint demonstration_single check (id = 1)
);
