// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/yen"
)

// beside returns the figure that is only for comparison: what would be payable
// under a combined aggregate limit.
func (a *Assessment) beside() []clause.Note {
	if a.Combined() == a.Payment.Now {
		return nil
	}
	c := a.policy.scheme.clauses[a.policy.scheme.rules.Beside]
	return []clause.Note{note(c.ID, "{}がある場合のお支払額は{}です。", "with a {}, {} would be payable.",
		quoted(c), digits(a.Combined()))}
}

// reduction returns the premiums whose ratio reduces the payments, if they do.
func (a *Assessment) reduction() []clause.Note {
	by := a.policy.terms.Reduction
	if by.ActualPremium == 0 { // the declared sales were high enough
		return nil
	}
	n := note(a.policy.scheme.rules.Reduction, "年間保険料：ご申告の売上高 {}、実際の売上高 {}",
		"Annual premiums: {} on the declared sales, {} on the actual sales",
		digits(by.DeclaredPremium), digits(by.ActualPremium))
	if by.Indicative {
		n = note(n.Clause, "{}（概算保険料）", "{} (indicative)", n)
	}
	return []clause.Note{n}
}

// recorded returns what the claim changes in the history, and what its split
// over the heads still depends on.
func (a *Assessment) recorded() []clause.Note {
	var used yen.Amount
	for _, amount := range a.policy.used(a.before.Paid(), a.History.Paid()) {
		used = max(used, amount)
	}
	var n clause.Note
	switch {
	case a.Payment.Now > 0:
		n = note("", "このお支払いを記録しました。", "updated with this payment")
	case used > 0 && a.one():
		n = note("", "お支払いはありませんが、支払限度額の使用額が{}増えました。一連の損害賠償請求を記録しました。",
			"no payment; {} more of the limits is used; the related claims are recorded", digits(used))
	case used > 0:
		n = note("", "お支払いはありませんが、支払限度額の使用額が{}増えました。",
			"no payment; {} more of the limits is used", digits(used))
	case a.again != nil && a.again.Paid > 0:
		n = note("", "既払額 {}。今回のお支払いはありません。", "{} paid before; no payment now", digits(a.again.Paid))
	case a.Payment.Due > 0:
		n = note("", "追加のお支払いはありません。", "no further payment")
	case a.Decision == Open:
		n = note("", "確認中の保険金請求として記録しました。お支払いは記録していません。", "recorded as open, without a payment")
	default:
		n = note("", "お支払いのない保険金請求として記録しました。", "recorded without a payment")
	}
	return append([]clause.Note{n}, a.split()...)
}

// split returns on what it depends how a payment divides over the heads of loss,
// if that is open.
func (a *Assessment) split() []clause.Note {
	if len(a.Undivided) == 0 {
		return nil
	}
	on := each(a.Undivided, func(name string) clause.Note {
		if c, is := a.policy.scheme.clauses[clause.ID(name)]; is {
			return quoted(c)
		}
		return note("", "{}", "{}", a.policy.scheme.question(fact.Name(name)))
	})
	return []clause.Note{note("", "補償項目ごとの内訳は、次の事項により変わります：{}",
		"How the payment divides over the heads of loss depends on: {}", join(on, "、", "; "))}
}

// waivers returns who may still be pursued.
func (a *Assessment) waivers() []clause.Note {
	return each(a.subrogation, func(r Subrogation) clause.Note {
		ja, en := "{}：求償できます", "{}: the insurer may seek recovery"
		switch r.Waived {
		case fact.Yes:
			ja, en = "{}：求償権を行使しません（{}）", "{}: subrogation waived ({})"
		case fact.Unknown:
			ja, en = "{}：確認中（{}）", "{}: to be answered ({})"
		case fact.No:
		}
		return note(a.policy.scheme.rules.Subrogation.ID, ja, en, literal(oneLine(r.Name)), literal(r.By))
	})
}

// identity returns the line that says whose claim it is, and about what: the company,
// the certificate, the series, the incident and when they were.
func (a *Assessment) identity() clause.Note {
	t, c := &a.policy.terms, &a.claim
	var all []clause.Note
	for _, x := range []struct{ ja, en, of string }{
		{"{}", "{}", oneLine(t.Company)},
		{"加入者証番号 {}", "certificate {}", t.Number},
		{"保険金請求番号 {}", "claim {}", c.Number},
		{"一連の損害賠償請求「{}」", "related claims \"{}\"", c.Series},
		{"事故「{}」", "incident \"{}\"", c.Incident},
	} {
		if x.of != "" {
			all = append(all, note("", x.ja, x.en, literal(x.of)))
		}
	}
	return join(append(all, a.events()...), "　", ", ")
}

// events returns when the third-party claim was made, the incident discovered or
// the regulator's action received, as far as the items depend on it. Third-party
// claims with dates of their own have their names.
func (a *Assessment) events() []clause.Note {
	var all []clause.Note
	for _, event := range a.policy.scheme.derived {
		if event.Is != Within || event.Anchor != PolicyPeriod {
			continue
		}
		var groups []group[clause.Note, int]
		for i := range a.items {
			r := &a.items[i]
			n := a.dateText(r, event.Date)
			own := a.datesOf(&r.Item, r.head).Made
			if event.Date == "made" && !own.IsZero() && !own.IsNever() && own != a.made(own) {
				n = note("", "{}（今回の損害賠償請求 {}）", "{} (this one on {})", n, own)
			}
			if n != (clause.Note{}) && a.policy.asks(r.head)[event.Fact] {
				groups = put(groups, n, i)
			}
		}
		for _, g := range groups {
			if demand := a.items[g.of[0]].Item.Demand; len(groups) > 1 && demand != "" {
				g.key = note("", "{}（{}）", "{} ({})", g.key, literal(demand))
			}
			all = append(all, g.key)
		}
	}
	return all
}
