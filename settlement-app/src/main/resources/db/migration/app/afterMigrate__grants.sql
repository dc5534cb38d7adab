-- What the application may do. Runs after every migration, so that whatever the migration made is covered.
-- The application adds to the event table and reads it; it can never change, delete or truncate an event. The same holds for the
-- record of what operators did.

DO $$
BEGIN
    IF '${application-role}' = current_user THEN
        RAISE EXCEPTION 'The application must not own the event table (role %): set spring.flyway.user and password to another role that owns the schema.', current_user;
    END IF;
END
$$;

ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON TABLES TO "${application-role}";
ALTER DEFAULT PRIVILEGES IN SCHEMA public
    GRANT USAGE, SELECT ON SEQUENCES TO "${application-role}";

GRANT USAGE ON SCHEMA public TO "${application-role}";
GRANT SELECT, INSERT, UPDATE, DELETE, TRUNCATE ON ALL TABLES IN SCHEMA public TO "${application-role}";
GRANT USAGE, SELECT ON ALL SEQUENCES IN SCHEMA public TO "${application-role}";
REVOKE ALL ON "${flyway:table}" FROM "${application-role}";
REVOKE ALL ON operator_action FROM "${application-role}";
GRANT SELECT, INSERT ON operator_action TO "${application-role}";

DO $$
DECLARE
    events regclass := to_regclass('public.event');
    part   regclass;
BEGIN
    -- A partition can be written past its parent, so the partitions lose the same rights.
    FOR part IN
        SELECT events WHERE events IS NOT NULL
        UNION
        SELECT relid FROM pg_partition_tree(events)
    LOOP
        EXECUTE format('REVOKE ALL ON %s FROM %I', part, '${application-role}');
        EXECUTE format('GRANT SELECT, INSERT ON %s TO %I', part, '${application-role}');
    END LOOP;
END
$$;
