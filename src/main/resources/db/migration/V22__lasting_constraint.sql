-- H2 compiles a list of constants for the connection that makes the constraint. As soon as the pool closes that connection,
-- half an hour after the migration, every insert would be refused. A case is evaluated for whoever inserts.
alter table audit_entry drop constraint audit_entry_actor_kind;
alter table audit_entry add constraint audit_entry_actor_kind check (
    case actor_kind
        when 'PERSON' then 1
        when 'API_KEY' then 1
        when 'SERVICE' then 1
        when 'COMMAND_LINE' then 1
        else 0
    end = 1);
