-- What flows between Akash and Render where providers and tenants choose between them, from the results of
-- scenarios/coupling-compute.yaml: a row a treatment, means (of orders sums) from a week after the cut on, over all replicates.
with t as (
    select r.treatment, t.* from ticks t join runs r using (run) where tick >= 196)
select treatment,
    avg(unitsOffered) filter (shard like 'rtx4090/%') as "Akash: offered",
    avg(unitsLeased) filter (shard like 'rtx4090/%') as "leased",
    avg(quote) filter (shard like 'rtx4090/%') / 1e6 as "quote, USD/h",
    avg(nodes) filter (shard = 'scheduler') as "Render: nodes",
    sum(orders) filter (shard in ('tenants', 'creators')) / count(distinct run) as "orders to Akash or Render",
    sum(cloudOrders) filter (shard in ('tenants', 'creators')) / count(distinct run) as "to the cloud"
from t group by 1 order by 1;

-- In how many replicates Akash has more units and a lower quote, Render fewer nodes than without the cut.
with t as (
    select r.treatment, r.replicate,
        avg(unitsOffered) filter (shard like 'rtx4090/%') as offered,
        avg(quote) filter (shard like 'rtx4090/%') as quote, avg(nodes) filter (shard = 'scheduler') as nodes
    from ticks t join runs r using (run) where tick >= 196 group by 1, 2)
select cut.treatment, count(*) as replicates,
    avg(cut.offered / calm.offered) as "units on Akash, ratio", count(*) filter (cut.offered > calm.offered) as "more",
    avg(cut.quote / calm.quote) as "quote, ratio", count(*) filter (cut.quote < calm.quote) as "lower",
    avg(cut.nodes / calm.nodes) as "nodes, ratio", count(*) filter (cut.nodes < calm.nodes) as "fewer"
from t cut join t calm on calm.replicate = cut.replicate and cut.treatment = calm.treatment || '-cut' group by 1 order by 1;
