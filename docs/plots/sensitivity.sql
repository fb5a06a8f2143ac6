-- What scenarios/mainnet-sensitivity.yaml comes to in its last day, a row a treatment, over its replicates.
with last as (
    select t.*, r.treatment, r.replicate
    from ticks t join runs r using (run)
    where t.tick > (select max(tick) - 24 from ticks)),
figures as (
    select treatment, replicate,
        100.0 * count(*) filter (burnPrice <= 550000) / count(*) filter (burnPrice is not null) as atFloor,
        max(burnPrice) / 1e9 as highest,
        24 * avg(registrations) as registrations,
        100.0 * sum(serving) / sum(uids) as serving,
        avg(qualityPaid) filter (qualityPaid > 0) as quality,
        max(priceUsd) as price
    from last group by all)
select treatment, count(*) as replicates,
    avg(atFloor) as "at the floor, %", avg(highest) as "highest, TAO", avg(registrations) as "registrations a day and subnet",
    avg(serving) as "serve, % of uids", avg(quality) as "quality paid", avg(price) as "TAO, USD"
from figures group by treatment order by treatment <> 'control', treatment;
