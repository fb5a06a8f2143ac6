-- What miners who own or rent their compute have of it, from the results of scenarios/coupling-miners-compute.yaml: a row a
-- treatment, means over the second half of its runs.
with t as (
    select r.treatment, t.* from ticks t join runs r using (run)
    where tick >= (select max(tick) / 2 from ticks)),
miners as (
    select treatment, avg(serving) as serving, sum(costsPaid) / 1e6 / sum(serving) * 24 as cost,
        sum(costsPaid) / 1e6 / nullif(sum(computeDelivered) / 3600, 0) as hour,
        sum(computeDelivered) / nullif(sum(computeWanted), 0) as delivered,
        sum(leasesUnfilled) / nullif(sum(leaseOrders), 0) as unfilled,
        sum(entries) / count(distinct run) as entries, sum(exits) / count(distinct run) as exits
    from t where shard = 'miners' group by 1),
markets as (
    select treatment, avg(quote) filter (shard like 'h100/%') / 1e6 as h100,
        avg(quote) filter (shard like 'a100/%') / 1e6 as a100, avg(quote) filter (shard like 'a6000/%') / 1e6 as a6000,
        sum(unitsLeased) / sum(unitsOffered) as leased
    from t where shard like '%/northAmerica' group by 1),
subnets as (
    select treatment, avg(qualityPaid) filter (shard = 'subnet/1') as language,
        avg(qualityPaid) filter (shard = 'subnet/2') as tuning, avg(qualityPaid) filter (shard = 'subnet/3') as compute
    from t where shard like 'subnet/%' group by 1)
select treatment, serving, cost as "USD a day", hour as "USD a GPU-hour", delivered as "delivered / wanted", unfilled as "orders unfilled",
    h100 as "h100 USD/h", a100 as "a100 USD/h", a6000 as "a6000 USD/h", leased as "units leased",
    language as "quality 1", tuning as "quality 2", compute as "quality 3", entries, exits
from miners join markets using (treatment) join subnets using (treatment) order by treatment;

-- Whether all that Bittensor's shards published is the same in two treatments.
with t as (
    select r.treatment, r.replicate, t.* exclude (run) from ticks t join runs r using (run)
    where shard like 'subnet/%' or network = 'bittensor' or shard = 'miners'),
pairs as (select * from (values ('owned', 'owned-half-gone'), ('owned', 'owned-dear'), ('rented', 'rented-half-gone'), ('rented', 'rented-dear')) p(one, other))
select one, other,
    (select count(*) from t where treatment = one) as "rows",
    (select count(*) from (
        select * exclude (treatment) from t where treatment = one
        except select * exclude (treatment) from t where treatment = other)) as "rows that differ"
from pairs order by one, other;
