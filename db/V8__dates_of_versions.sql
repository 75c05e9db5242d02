-- The date that a version gives its draw. What was published once keeps the date that people know until another version
-- is published; a draft that is thrown away leaves none behind.

alter table draw_versions add column date date;

update draw_versions set date = draws.date from draws where draws.id = draw_versions.draw_id;
