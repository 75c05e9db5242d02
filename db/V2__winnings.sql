-- One row per prize, in a table of its own for each version of a draw (winnings_v17), filled in the order of
-- subscriber numbers before anyone can see it. Publication attaches that table here, and a correction is to exchange it, so
--  * what is not published is in no query by construction;
--  * one draw's winners are read in one sequence from one table;
--  * an import that breaks off leaves nothing to clean up;
--  * an old period goes with `drop table winnings_202501`.

create table winnings (
  subscription_period_id integer not null,
  draw_id integer not null,
  id bigint not null,
  winner_id bigint not null,
  subscriber_id integer not null,
  tier smallint not null
) partition by list (subscription_period_id);

comment on column winnings.winner_id is 'The id of the same subscriber''s first prize in the same draw.';
comment on column winnings.tier is 'tiers.ordinal of the version that the row came with.';

-- Windfall itself never asks for a subscriber or a winner; these serve the obvious query.
create index winnings_subscriber_id on winnings (subscriber_id);
create index winnings_winner_id on winnings (winner_id);

create view lottery_draws as
  select id, subscription_period_id, date, number
    from draws
    where published_version_id is not null;

create view winners as
  select id, draw_id as lottery_draw_id, subscriber_id
    from winnings
    where id = winner_id;

create view prizes as
  select winning.id, winning.winner_id, tier.name as tier, tier.kind, tier.amount, tier.currency
    from winnings winning
    join draws draw on draw.id = winning.draw_id
    join tiers tier on tier.draw_version_id = draw.published_version_id and tier.ordinal = winning.tier;
