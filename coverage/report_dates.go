// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/fact"
	"github.com/baiseki/baiseki/period"
)

// An itemDate is a date of an item with its words.
type itemDate struct {
	name, ja, en string
	at           period.Moment
}

// dates returns the dates of an item.
func (a *Assessment) dates(r *Result) [11]itemDate {
	own := a.datesOf(&r.Item, r.head)
	made := itemDate{"made", "損害賠償請求を受けた日", "third-party claim made", a.made(own.Made)}
	if made.at != own.Made { // it is that of an earlier one
		made.ja, made.en = "最初の損害賠償請求を受けた日", "first third-party claim made"
	}
	spent := r.Item.Spent
	if spent.IsZero() {
		spent = r.Item.Incurred
	}
	return [...]itemDate{
		made,
		{"discovered", "事故の発見", "incident discovered", a.incident.discovered},
		{"reputational", "風評被害事故の発見", "reputational incident discovered", a.incident.reputational},
		{"measure", "当局の措置を受けた日", "regulator's action received", a.claim.Dates.Measure},
		{"cause", "原因となった事由の発生日", "circumstances arose", own.Cause},
		{"aware", "損害賠償請求のおそれを認識した日", "third-party claim known to be likely", own.Aware},
		{"delivered", "引渡日", "delivered", own.Delivered},
		{"attack-published", "攻撃が公表等により明らかになった日", "attack apparent", own.AttackPublished},
		{"leak-published", "漏えいが公表等により明らかになった日", "leak apparent", own.LeakPublished},
		{"incurred", "費用が生じた日", "cost incurred", r.Item.Incurred},
		{"spent", "費用を支出した日", "cost paid", spent},
	}
}

// dateNamed returns a date of an item by its name.
func (a *Assessment) dateNamed(r *Result, name string) itemDate {
	for _, d := range a.dates(r) {
		if d.name == name {
			return d
		}
	}
	return itemDate{}
}

// momentOf returns the moment of a date of an item.
func (a *Assessment) momentOf(r *Result, name string) period.Moment { return a.dateNamed(r, name).at }

// dateText returns a date of an item with its words, and the zero Note for one that is
// unknown.
func (a *Assessment) dateText(r *Result, name string) clause.Note {
	switch d := a.dateNamed(r, name); {
	case d.at.IsZero():
		return clause.Note{}
	case d.at.IsNever():
		return note("", d.ja+" なし", d.en+": never")
	default:
		return note("", d.ja+" {}", d.en+" on {}", d.at)
	}
}

// sourcesOf returns the names of the dates from which a fact of an item follows.
func (a *Assessment) sourcesOf(r *Result, f fact.Name) []string {
	d := a.policy.scheme.dateFact(f)
	switch {
	case d.Date == "":
		return nil
	case d.Date == "discovered", d.Date == "reputational":
		return a.discoveries(r, d)
	case d.Anchor == Discovery:
		return append(a.discoveries(r, d), d.Date)
	case d.Is == ByDay:
		return []string{d.Date, string(d.Anchor)}
	case eventOf(string(d.Anchor)) >= 0:
		return []string{string(d.Anchor), d.Date}
	}
	return []string{d.Date}
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
	if known := a.known(r, Need{Fact: f}, f); known != (clause.Note{}) {
		all = append(all, known)
	}
	if excess, is := r.Item.Excess.Amount(); is && f == a.policy.scheme.rules.Heavier {
		all = append(all, note("", "加重された額 {}", "contractually assumed amount {}", digits(excess)))
	}
	return all
}

// datesOwn is datesBehind without what known returns, the anchor among it.
func (a *Assessment) datesOwn(r *Result, f fact.Name) []clause.Note {
	var all []clause.Note
	d := a.policy.scheme.dateFact(f)
	for _, name := range a.sourcesOf(r, f) {
		shown := name == string(d.Anchor) && d.Is != ByDay && d.Anchor != Discovery
		if n := a.dateText(r, name); n != (clause.Note{}) && !shown {
			all = append(all, n)
		}
	}
	return all
}
