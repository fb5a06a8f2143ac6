namespace AgentVerse.Cluster;

/// <summary>Small scenarios of every network there is.</summary>
internal static class TestScenarios
{
    internal const string Workers = """
        scenario: 1
        name: workers
        start: 2025-01-01
        tick: 1h
        ticks: 20
        seed: 42
        networks:
          wse1: {workers: workers}
        populations:
          - {name: workers, kind: worker, count: 10000, policies: [columns, single]}
        record:
          agents: {every: 5, share: 0.1}
        """;

    /// <summary>Two subnets of few uids for a day, with miners who come late and one whose wallet is its own.</summary>
    internal const string Subnets = """
        scenario: 1
        name: subnets
        start: 2026-10-01
        tick: 1h
        ticks: 24
        seed: 5
        networks:
          bittensor:
            hyperparameters: {uidsMax: 64}
            subnets:
              - {count: 2, miners: miners, validators: validators}
        populations:
          - {name: miners, kind: miner, count: 200, policies: [honest, idle], accountsPerController: 3, initial: 0.8, arrivals: 12h}
          - {name: validators, kind: validator, count: 40, policies: [honest]}
          - {name: rich, kind: miner, count: 1, policies: [idle], startWallet: 5}
        record:
          agents: {every: 6, share: 0.5}
        """;

    /// <summary>Nominators, owners and every strategy with stake and weights, on three subnets.</summary>
    internal const string Strategies = """
        scenario: 1
        name: strategies
        start: 2026-10-01
        tick: 1h
        ticks: 20
        seed: 6
        networks:
          bittensor:
            hyperparameters: {uidsMax: 32, tempo: 60, immunityPeriod: 500}
            allocator: flow
            networkImmunityPeriod: 100000
            lastLock: 0
            rootNominators: roots
            subnets:
              - count: 3
                miners: miners
                validators: validators
                owner: owners
                nominators: nominators
                subnetAge: 30d
                validatorsMedian: 5
                priceSpread: 0.1
                blocs:
                  - {validators: selves, stakeShare: 0.1, validatorCount: 2, miners: friends, minerSeats: 2}
                  - {validators: cabal, stakeShare: 0.1, miners: friends, minerSeats: 1, quality: 0}
                  - {validators: copiers, stakeShare: 0.1, validatorCount: 2}
                  - {validators: lazies, stakeShare: 0.1}
                  - {validators: uniforms, stakeShare: 0.1}
                  - {validators: burners, stakeShare: 0.1}
        populations:
          - {name: miners, kind: miner, count: 120, policies: [honest], initial: 0.9, arrivals: 12h}
          - {name: validators, kind: validator, count: 60, policies: [honest], duplicateAuc: 0.9, take: 0.1, takeRule: compete}
          - {name: selves, kind: validator, count: 8, policies: [selfWeight], favoured: friends}
          - {name: friends, kind: miner, count: 10, policies: [drifting]}
          - {name: cabal, kind: validator, count: 4, policies: [cabal], allies: [friends]}
          - {name: copiers, kind: validator, count: 6, policies: [copy]}
          - {name: lazies, kind: validator, count: 3, policies: [lazy]}
          - {name: uniforms, kind: validator, count: 3, policies: [uniform]}
          - {name: burners, kind: validator, count: 3, policies: [burn]}
          - {name: nominators, kind: nominator, count: 60, policies: [honest], reviewRate: 10, temperature: 1}
          - {name: roots, kind: nominator, count: 10, policies: [honest], reviewRate: 10}
          - {name: washers, kind: nominator, count: 2, policies: [wash], holdTicks: 3, startWallet: 500}
          - {name: dumpers, kind: nominator, count: 2, policies: [dump], buyTicks: 5, holdTicks: 3, startWallet: 500, target: 2}
          - {name: owners, kind: subnetOwner, count: 5, policies: [sellCut], reviewRate: 3, sets: {kappa: 39321}}
          - {name: raiders, kind: subnetOwner, count: 3, policies: [raid], target: 3, holdTicks: 2}
        record:
          agents: {every: 6, share: 0.5}
        """;

    /// <summary>The same with split miners, and two farms that a controller each wakes, funds and directs.</summary>
    internal const string Farms = """
        scenario: 1
        name: farms
        start: 2026-10-01
        tick: 1h
        ticks: 24
        seed: 5
        networks:
          bittensor:
            hyperparameters: {uidsMax: 64, burn: 0.001}
            subnets:
              - {count: 2, miners: miners, validators: validators}
        populations:
          - {name: miners, kind: miner, count: 200, policies: [honest], accountsPerController: 3, accountsSpread: 0.8, accountsMax: 20, split: {k: 3, mode: clone, choose: p90, share: 0.1}}
          - {name: validators, kind: validator, count: 40, policies: [honest], split: {k: 2, share: 0.3}}
          - {name: sybils, kind: miner, count: 60, accountsPerController: 30, unitsPerController: 1, initial: 0, startWallet: 0, policies: [ordered, honest], controlledBy: farmers}
          - name: farmers
            kind: controller
            count: 2
            policies: [attack, idle]
            treasury: 100
            attacks:
              - {population: sybils, policy: ordered, pacing: rate, perWindow: 3, window: 1h, from: 3h, fund: 1, budget: 25, effort: 2, targets: [bittensor/subnet/1, bittensor/subnet/2]}
        record:
          agents: {every: 6, share: 0.5}
        """;

    /// <summary>
    /// The world of scenarios/bittensor-mainnet.yaml, small: choosing miners, imitators, burning validators, nominators,
    /// owners and a market, so that all that is money moves.
    /// </summary>
    internal const string Mainnet = """
        scenario: 1
        name: mainnet
        start: 2026-10-01
        tick: 1h
        ticks: 18
        seed: 11
        networks:
          bittensor:
            hyperparameters: {uidsMax: 32, tempo: 100, burn: 0.01, immunityPeriod: 300}
            subnets:
              - {count: 3, miners: miners, validators: validators, nominators: nominators, owner: owners,
                 tasks: [languageModel, data, marketPrediction]}
              - {count: 1, miners: copiers, validators: burners, nominators: nominators, owner: owners}
          markets:
            tokens:
              - {token: TAO, mode: pool, price: 270, depth: 1500000, circulating: 10760000}
        populations:
          - {name: miners, kind: miner, count: 300, policies: [logit], accountsPerController: 2, reviewRate: 4, walletSpread: 1,
             incumbentShare: 0.1, reservationIncome: 5, setupCost: 20, opportunistic: 1, honestyCost: 0, believedDetections: 0}
          - {name: copiers, kind: miner, count: 100, policies: [imitation, zeroIntelligence], reviewRate: 4}
          - {name: validators, kind: validator, count: 60, policies: [honest], scoreExponent: 3}
          - {name: burners, kind: validator, count: 40, policies: [burn]}
          - {name: nominators, kind: nominator, count: 80, policies: [honest], reviewRate: 2}
          - {name: owners, kind: subnetOwner, count: 4, policies: [honest]}
        record:
          agents: {every: 6, share: 0.5}
        """;

    /// <summary>Three weeks of Render by the day: operators, one who renders for itself, splitters, creators.</summary>
    internal const string Rendering = """
        scenario: 1
        name: rendering
        start: 2025-01-08
        tick: 1d
        ticks: 22
        seed: 5
        networks:
          render: {burnLag: 3d, admissions: 40, auditRate: 0.2}
        populations:
          - {name: operators, kind: gpuProvider, count: 60, policies: [render, renderIdle], gpuClasses: [rtx4090, t4], unitsMedian: 3, reserveRatio: 0.02, initial: 0.8, arrivals: 9d}
          - {name: selves, kind: gpuProvider, count: 2, policies: [renderSelf], startUsd: 20000}
          - {name: inflators, kind: gpuProvider, count: 5, policies: [renderInflate], claimFactor: 2}
          - {name: splitters, kind: gpuProvider, count: 6, policies: [renderSplit], accountsPerController: 3, unitsMedian: 8}
          - {name: creators, kind: tenant, count: 100, policies: [renderCreator], gpuClasses: [rtx4090]}
        record:
          agents: {every: 6, share: 0.5}
        """;

    /// <summary>
    /// All networks in one world: two of compute beside Bittensor, each token with its market; some miners rent on Akash.
    /// </summary>
    internal const string Together = """
        scenario: 1
        name: together
        start: 2026-10-01
        tick: 1h
        ticks: 24
        seed: 13
        networks:
          akash:
            gpuClasses: [a100, rtx4090]
            regions: [northAmerica, europe]
          bittensor:
            hyperparameters: {uidsMax: 32, tempo: 100}
            subnets:
              - {count: 2, miners: miners, validators: validators}
              - {count: 1, miners: renters, validators: validators}
          markets:
            tokens:
              - {token: TAO, mode: pool, price: 270, depth: 1500000, circulating: 10760000}
              - {token: AKT, mode: gbm, price: 3, circulating: 248000000}
              - {token: RENDER, mode: fixed, price: 5, circulating: 390000000}
          render: {}
        populations:
          - {name: miners, kind: miner, count: 200, policies: [logit], reviewRate: 4}
          - {name: renters, kind: miner, count: 60, policies: [logit], reviewRate: 4, compute: {from: akash, period: 6h}}
          - {name: validators, kind: validator, count: 60, policies: [honest]}
          - {name: providers, kind: gpuProvider, count: 60, policies: [akashAdaptive], gpuClasses: [a100, rtx4090],
             regions: [northAmerica, europe], startAkt: 1000}
          - {name: operators, kind: gpuProvider, count: 40, policies: [render], gpuClasses: [rtx4090]}
          - {name: tenants, kind: tenant, count: 200, policies: [akashCheapest], gpuClasses: [a100, rtx4090],
             regions: [northAmerica, europe], ordersPerDay: 2, startAkt: 100000}
          - {name: creators, kind: tenant, count: 100, policies: [renderCreator], gpuClasses: [rtx4090], ordersPerDay: 2}
        record:
          agents: {every: 6, share: 0.5}
        """;

    /// <summary>Providers and tenants that choose among Akash and Render, pay their costs, and some sell twice.</summary>
    internal const string Fleets = """
        scenario: 1
        name: fleets
        start: 2025-01-08
        tick: 6h
        ticks: 48
        seed: 17
        networks:
          akash: {gpuClasses: [rtx4090], regions: [northAmerica]}
          markets:
            tokens:
              - {token: AKT, mode: pool, price: 3, depth: 500000, circulating: 248000000}
              - {token: RENDER, mode: pool, price: 7, depth: 1500000, circulating: 390000000}
          render: {nodesWeekly: 120, availabilityMonthly: 100}
        populations:
          - {name: hosts, kind: gpuProvider, count: 40, policies: [choosing], gpuClasses: [rtx4090], unitsMedian: 3, reserveRatio: 0.5, reviewRate: 1,
             paysCosts: true, startUsd: 200, startAkt: 100, opportunistic: 0.5, honestyCost: 0, initial: 0.8, arrivals: 5d}
          - {name: operators, kind: gpuProvider, count: 40, policies: [choosing, render], networks: [render, akash], gpuClasses: [rtx4090], unitsMedian: 3,
             reserveRatio: 0.5, reviewRate: 1, renderCooldown: 1d, startAkt: 100}
          - {name: tenants, kind: tenant, count: 150, policies: [choosing], gpuClasses: [rtx4090], ordersPerDay: 1, startAkt: 100000, setupCost: 10}
        record:
          agents: {every: 6, share: 0.5}
        """;

    internal static IEnumerable<object[]> All =>
        [[Workers], [Subnets], [Farms], [Strategies], [Mainnet], [Rendering], [Together], [Fleets]];
}
