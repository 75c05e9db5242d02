-- The role that all nodes work under, and the database that it owns. Run once as the server's superuser:
--
--   WINDFALL_PASSWORD_FILE=/etc/windfall/database-password psql -f deploy/postgresql/role.sql postgres
--
-- It has to own the database, because publication attaches and detaches tables, and migration makes them. It is no
-- superuser, may not make roles or databases, and reads no file of the server.

\set ON_ERROR_STOP on
\set password `cat "$WINDFALL_PASSWORD_FILE"`

create role windfall login password :'password'
  nosuperuser nocreatedb nocreaterole noreplication
  -- all nodes and commands together; a node takes 11 (deploy/README.md)
  connection limit 80;

create database windfall owner windfall;
revoke connect, temporary on database windfall from public;
