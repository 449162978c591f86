// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package limits

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/yen"
)

// jisa2024 builds the tree of the 2024 edition.
type jisa2024 struct {
	Choices
	r           Readings
	least, most yen.Amount
}

func (j jisa2024) tree() Node {
	root := Group(j.liability(), j.costs()).Then(j.cap())
	late := []Head{AttackResponse, Investigation, Advisory, Restoration, OtherResponse, RecurrencePrevention, Reputational}
	root = root.Then(j.named(Reduction("LIM-18")).For(late...))
	if j.Declared != (yen.Ratio{}) {
		switch j.r.Reduction {
		case EveryPayment:
			root = root.Then(j.named(Pays("LIM-19", j.Declared)))
		case DamagesOnly:
			root = root.Then(j.named(Pays("LIM-19", j.Declared)).For(j.damages()...))
		case EveryLimit: // see limit
		}
	}
	if j.r.Related == EachClaim {
		root = root.Then(Separate("LIM-21"))
	}
	mode := yen.Down
	if j.r.Rounding == HalfUp {
		mode = yen.HalfUp
	}
	return root.Then(Round("LIM-20", mode))
}

// named returns the term with the title of its clause as its name.
func (jisa2024) named(t Term) Term {
	for c := range JISA2024Clauses() {
		if c.ID == t.clause {
			t = t.Named(c.JA, c.EN)
		}
	}
	return t
}

// damages returns the heads of damages.
func (j jisa2024) damages() []Head {
	heads := []Head{Damages}
	if j.Custody > 0 {
		heads = append(heads, Custody)
	}
	if j.Malfunction > 0 {
		heads = append(heads, Malfunction)
	}
	return heads
}

func (j jisa2024) liability() Node {
	perClaim := PerClaim("LIM-02", j.limit(j.Liability))
	perPeriod := PerPeriod("LIM-03", j.limit(j.Liability))
	var damages []Node
	for _, h := range j.damages() {
		damages = append(damages, On(h))
	}
	defence, cooperation := On(Defence), On(Cooperation)

	// After the deductible come the sublimits of the covers that share it.
	terms := []Term{Deductible("LIM-01", j.Deductible)}
	if 0 < j.Custody && j.Custody < j.Liability {
		terms = append(terms, j.named(PerPeriod("LIM-05", j.limit(j.Custody))).For(Custody))
	}
	if 0 < j.Malfunction && j.Malfunction < j.Liability {
		terms = append(terms, j.named(PerPeriod("LIM-06", j.limit(j.Malfunction))).For(Malfunction))
	}
	terms = append(terms, perClaim)

	if j.r.Defence == Inside {
		loss := Group(append(damages, defence, cooperation)...).Then(terms...)
		return j.last(loss).Then(perPeriod)
	}
	scaled := Scaled("LIM-04", "LIM-02", "LIM-03")
	if j.r.Scale == LimitPrinted {
		scaled = Scaled("LIM-04", "LIM-02")
	}
	liability := j.last(Group(damages...).Then(terms...), defence.Then(scaled), cooperation)
	if j.r.Defence == Classical {
		eroding := j.damages()
		if j.r.Litigation == InsideLiability {
			eroding = append(eroding, LitigationResponse)
		}
		return liability.Then(perPeriod.For(eroding...))
	}
	return liability.Then(perPeriod)
}

// last groups the nodes of liability, with litigation response last if the
// reading puts it there.
func (j jisa2024) last(nodes ...Node) Node {
	if j.r.Litigation == InsideLiability {
		nodes = append(nodes, j.litigation())
	}
	return Group(nodes...)
}

func (j jisa2024) litigation() Node {
	return On(LitigationResponse, j.named(PerPeriod("LIM-13", j.limit(j.Litigation))))
}

func (j jisa2024) costs() Node {
	reputational := On(Reputational)
	advisory := j.cost(On(Advisory), "LIM-09", j.Costs.Advisory)
	other := j.cost(On(OtherResponse), "LIM-11", j.Costs.OtherResponse)
	switch j.r.Reputational {
	case OwnHead:
	case WithAdvisory:
		advisory = j.cost(Group(On(Advisory), reputational), "LIM-09", j.Costs.Advisory)
	case WithOtherResponse:
		other = j.cost(Group(On(OtherResponse), reputational), "LIM-11", j.Costs.OtherResponse)
	}
	costs := []Node{
		j.cost(On(AttackResponse), "LIM-07", j.Costs.AttackResponse),
		j.cost(On(Investigation), "LIM-08", j.Costs.Investigation),
		advisory,
		j.cost(On(Restoration), "LIM-10", j.Costs.Restoration),
		other,
		j.cost(On(RecurrencePrevention), "LIM-12", j.Costs.RecurrencePrevention),
	}
	if j.r.Litigation == InsideCosts {
		costs = append(costs, j.litigation())
	}
	if j.r.Reputational == OwnHead {
		costs = append(costs, j.cost(reputational, "LIM-14", j.Costs.Reputational))
	}
	if j.Regulatory > 0 {
		costs = append(costs, On(Regulatory, j.named(PerPeriod("LIM-15", j.limit(j.Regulatory)))))
	}
	group := Group(costs...)
	if j.r.Costs != OwnOnly {
		group = group.Then(j.stated("LIM-16", j.Costs.Overall))
	}
	if j.r.Litigation == BesideCosts {
		group = Group(group, j.litigation())
	}
	return group
}

// cost returns the node of a cost head with its own limit.
func (j jisa2024) cost(n Node, id clause.ID, own yen.Amount) Node {
	if j.r.Costs == OverallOnly {
		return n
	}
	return n.Then(j.stated(id, own))
}

// stated returns a limit of the costs, which the policy may leave unstated.
func (j jisa2024) stated(id clause.ID, limit yen.Amount) Term {
	if limit == 0 {
		return j.named(Unstated(id, j.limit(j.least), j.limit(j.most)))
	}
	return j.named(PerPeriod(id, j.limit(limit)))
}

// cap returns the combined aggregate limit, set beside if there is none.
func (j jisa2024) cap() Term {
	t := j.named(PerPeriod("LIM-17", j.limit(j.Liability)))
	if j.r.Cap == NoCap {
		return t.Beside()
	}
	return t
}

// limit returns a limit as it acts: reduced if under-declared sales reduce limits
// instead of payments.
func (j jisa2024) limit(a yen.Amount) yen.Amount {
	if j.r.Reduction == EveryLimit && j.Declared != (yen.Ratio{}) {
		a, _ = a.Times(j.Declared, yen.Rounding{})
	}
	return a
}
