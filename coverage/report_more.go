// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"slices"
	"strings"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/yen"
)

// beside returns the figure that is only for comparison: what would be payable
// under a combined aggregate limit.
func (a *Assessment) beside() []clause.Note {
	if a.Payment.Beside == a.Payment.Now {
		return nil
	}
	id, with := a.policy.scheme.rules.Beside, a.Payment.Beside
	ja, en := quoted(a.policy.scheme.clauses[id])
	return []clause.Note{note(id, ja+"がある場合のお支払額は"+with.Grouped()+"です。",
		"with a "+en+", "+with.Text(language.English)+" would be payable.")}
}

// reduction returns the premiums whose ratio reduces the payments, if they do.
func (a *Assessment) reduction() []clause.Note {
	by := a.policy.terms.Reduction
	if by.ActualPremium == 0 { // the declared sales were high enough
		return nil
	}
	ja, en := "", ""
	if by.Indicative {
		ja, en = "（概算保険料）", " (indicative)"
	}
	return []clause.Note{note(a.policy.scheme.rules.Reduction,
		"年間保険料：ご申告の売上高 "+by.DeclaredPremium.Grouped()+"、実際の売上高 "+by.ActualPremium.Grouped()+ja,
		"Annual premiums: "+by.DeclaredPremium.Text(language.English)+" on the declared sales, "+by.ActualPremium.Text(language.English)+" on the actual sales"+en)}
}

// recorded returns what the claim changes in the history, and what its split
// over the heads still depends on.
func (a *Assessment) recorded() []clause.Note {
	var all []clause.Note
	add := func(ja, en string) { all = append(all, note("", ja, en)) }
	more := a.moreUsed() - a.Payment.Now
	switch {
	case a.Payment.Now > 0:
		add("このお支払いを記録しました。", "updated with this payment")
	case more > 0:
		add("お支払いはありませんが、支払限度額の使用額が"+more.Grouped()+"増えました。一連の損害賠償請求を記録しました。",
			"no payment; "+more.Text(language.English)+" more of the limits is used; the related claims are recorded")
	case a.History != a.before:
		add("お支払いは記録していません。一連の損害賠償請求または事故を記録しました。", "no payment; the related claims or the incident are recorded")
	case a.Decision == Open:
		add("確認中のため更新していません。", "unchanged while the claim is open")
	default:
		add("更新していません。", "unchanged")
	}
	return append(all, a.split()...)
}

// moreUsed returns by how much less is left of a limit for the period than
// before the claim.
func (a *Assessment) moreUsed() (more yen.Amount) {
	before := a.policy.left(a.before.paid)
	for id, left := range a.policy.left(a.History.paid) {
		more = max(more, before[id]-left)
	}
	return more
}

// split returns on what it depends how a payment divides over the heads of loss,
// if that is open.
func (a *Assessment) split() []clause.Note {
	if len(a.Undivided) == 0 {
		return nil
	}
	var ja, en []string
	for _, name := range a.Undivided {
		if c, is := a.policy.scheme.clauses[clause.ID(name)]; is {
			j, e := quoted(c)
			ja, en = append(ja, j), append(en, e)
			continue
		}
		q := a.policy.scheme.question(fact.Name(name))
		ja, en = append(ja, q.Text(language.Japanese)), append(en, q.Text(language.English))
	}
	return []clause.Note{note("", "補償項目ごとの内訳は、次の事項により変わります："+strings.Join(ja, "、"),
		"How the payment divides over the heads of loss depends on: "+strings.Join(en, "; "))}
}

// subrogation returns who may still be pursued.
func (a *Assessment) subrogation() []clause.Note {
	var all []clause.Note
	for _, r := range a.recourse {
		by, ja, en := "", "求償できます", "the insurer may seek recovery"
		if r.By != "" {
			by = string(r.By)
		}
		switch r.Waived {
		case fact.Yes:
			ja, en = "求償権を行使しません（"+by+"）", "subrogation waived ("+by+")"
		case fact.Unknown:
			ja, en = "確認中（"+by+"）", "to be answered ("+by+")"
		case fact.No:
		}
		name := oneLine(r.Name)
		all = append(all, note(a.policy.scheme.rules.Recourse.ID, name+"："+ja, name+": "+en))
	}
	return all
}

// joined returns texts as one line, and the zero Note if there are none.
func joined(all []clause.Note) clause.Note {
	var ja, en []string
	for _, n := range all {
		ja, en = append(ja, n.JA), append(en, n.EN)
	}
	return note("", strings.Join(ja, "、"), strings.Join(en, "; "))
}

// identity returns the line that says whose claim it is, and about what.
func (a *Assessment) identity() clause.Note {
	t := &a.policy.terms
	ja, en := []string{"加入者証番号 " + t.Number}, []string{"certificate " + t.Number}
	if company := oneLine(t.Company); company != "" {
		ja, en = append([]string{company}, ja...), append([]string{company}, en...)
	}
	for _, n := range slices.Concat(a.names(), a.events()) {
		ja, en = append(ja, n.JA), append(en, n.EN)
	}
	return note("", strings.Join(ja, "　"), strings.Join(en, ", "))
}

// names returns the names of the series and of the incident.
func (a *Assessment) names() []clause.Note {
	var all []clause.Note
	if name := a.claim.Series; name != "" {
		all = append(all, note("", "一連の損害賠償請求「"+name+"」", "related claims \""+name+"\""))
	}
	if name := a.claim.Incident; name != "" {
		all = append(all, note("", "事故「"+name+"」", "incident \""+name+"\""))
	}
	return all
}

// events returns when the third-party claim was made, the incident discovered or
// the regulator's action received, as far as the items depend on it. Third-party
// claims with dates of their own have their names.
func (a *Assessment) events() []clause.Note {
	var all []clause.Note
	for _, event := range a.policy.scheme.derived {
		if event.Anchor != PolicyPeriod {
			continue
		}
		groups := grouped(a, func(r *Result, _ int) (clause.Note, bool) {
			n := a.dateText(r, event.Date)
			if own := a.datesOf(&r.Item, r.head).Made; event.Date == "made" && !own.IsZero() && !own.IsNever() && own != a.made(own) {
				n.JA += "（今回の損害賠償請求 " + own.Text(language.Japanese) + "）"
				n.EN += " (this one on " + own.Text(language.English) + ")"
			}
			return n, n != (clause.Note{}) && a.policy.asks(r.head)[event.Fact]
		}, equal)
		for _, g := range groups {
			n := g.key
			if r := &a.Items[g.items[0]]; len(groups) > 1 && r.Item.Demand != "" {
				n.JA, n.EN = n.JA+"（"+r.Item.Demand+"）", n.EN+" ("+r.Item.Demand+")"
			}
			all = append(all, n)
		}
	}
	return all
}
