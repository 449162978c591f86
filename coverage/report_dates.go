// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// A dateName is the name of a date as in a path, with its words.
type dateName struct{ name, ja, en string }

// firstMade names the date of the third-party claim where that is the date of an
// earlier one.
const firstMade = "first"

// dateNames returns the dates that a claim and its items have.
func dateNames() []dateName {
	return []dateName{
		{"made", "損害賠償請求を受けた日", "third-party claim made"},
		{firstMade, "最初の損害賠償請求を受けた日", "first third-party claim made"},
		{"discovered", "事故の発見", "incident discovered"},
		{"reputational", "風評被害事故の発見", "reputational incident discovered"},
		{"measure", "当局の措置を受けた日", "regulator's action received"},
		{"cause", "原因となった事由の発生日", "circumstances arose"},
		{"aware", "損害賠償請求のおそれを認識した日", "third-party claim known to be likely"},
		{"delivered", "引渡日", "delivered"},
		{"attack-published", "攻撃が公表等により明らかになった日", "attack apparent"},
		{"leak-published", "漏えいが公表等により明らかになった日", "leak apparent"},
		{"incurred", "費用が生じた日", "cost incurred"},
		{"spent", "費用を支出した日", "cost paid"},
	}
}

// dateWords returns a date with its words, and the zero Note for one that is
// unknown.
func dateWords(name string, m period.Moment) clause.Note {
	if m.IsZero() {
		return clause.Note{}
	}
	for _, d := range dateNames() {
		switch {
		case d.name != name:
		case m.IsNever():
			return note("", d.ja+" なし", d.en+": never")
		default:
			return note("", d.ja+" "+m.Text(language.Japanese), d.en+" on "+m.Text(language.English))
		}
	}
	return clause.Note{}
}

// momentOf returns a date of an item by its name.
func (a *Assessment) momentOf(r *Result, name string) period.Moment {
	d := &a.claim.Dates
	own := a.datesOf(&r.Item, r.head)
	switch name {
	case "made":
		return a.made(own.Made)
	case "discovered":
		return a.incident.discovered
	case "reputational":
		return a.incident.reputational
	case "measure":
		return d.Measure
	case "cause":
		return own.Cause
	case "aware":
		return own.Aware
	case "delivered":
		return own.Delivered
	case "attack-published":
		return own.AttackPublished
	case "leak-published":
		return own.LeakPublished
	case "incurred":
		return r.Item.Incurred
	case "spent":
		if r.Item.Spent.IsZero() {
			return r.Item.Incurred
		}
		return r.Item.Spent
	}
	return period.Moment{}
}

// dateText returns a date of an item with its words.
func (a *Assessment) dateText(r *Result, name string) clause.Note {
	m := a.momentOf(r, name)
	if own := a.datesOf(&r.Item, r.head).Made; name == "made" && m != own {
		name = firstMade
	}
	return dateWords(name, m)
}

// sourcesOf returns the names of the dates from which a fact of an item follows.
func (a *Assessment) sourcesOf(r *Result, f fact.Name) []string {
	d := a.policy.scheme.dateFact(f)
	var of []string
	switch d.Anchor {
	case Delivery, AfterDelivery:
		of = []string{"delivered"}
	case ResponsePeriod:
		of = a.discoveries(r, d)
	default:
	}
	switch {
	case d.Date == "":
		return nil
	case d.Date == "discovered", d.Date == "reputational":
		return a.discoveries(r, d)
	case d.Is == ByDay:
		return []string{d.Date, "spent"}
	}
	return append(of, d.Date)
}

// discoveries returns the names of the dates of which the first is the discovery
// that a fact of an item is about.
func (a *Assessment) discoveries(r *Result, d DateFact) []string {
	switch two := a.policy.scheme.rules.TwoIncidents; {
	case two && (r.head.Reputational || d.Date == "reputational"):
		return []string{"reputational"}
	case !two && a.reputational:
		return []string{"discovered", "reputational"}
	}
	return []string{"discovered"}
}

// datesBehind returns the dates that are known of those from which a fact of an
// item follows, and the time with which they are compared; of a fact that
// follows from an amount, that amount.
func (a *Assessment) datesBehind(r *Result, f fact.Name) []clause.Note {
	all := a.datesOwn(r, f)
	if known := a.known(r, Need{Fact: f}); known != (clause.Note{}) {
		all = append(all, known)
	}
	if excess, is := r.Item.Excess.Amount(); is && f == a.policy.scheme.rules.Heavier {
		all = append(all, note("", "加重された額 "+excess.Grouped(), "contractually assumed amount "+excess.Text(language.English)))
	}
	return all
}

// datesOwn is datesBehind without what known returns.
func (a *Assessment) datesOwn(r *Result, f fact.Name) []clause.Note {
	var all []clause.Note
	for _, name := range a.sourcesOf(r, f) {
		if name == "delivered" && len(a.sourcesOf(r, f)) > 1 {
			continue
		}
		if n := a.dateText(r, name); n != (clause.Note{}) {
			all = append(all, n)
		}
	}
	return all
}
