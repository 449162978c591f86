// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"slices"
	"time"
)

// item returns the verdict of an item by itself: the insured, the trigger, the
// cover, the exclusions.
func (w *world) item(m *matter, it *thing, d when) string {
	is := func(fact string) bool { return m.is(it, fact) }
	on := m.of(it, d)
	seen := d.seen
	if it.head == "reputational" {
		seen = d.rumour
	}

	if !is("named-insured") && !((w.attached["END-01"] || w.read["A17=built-in"]) && is("data-centre-contractor") && is("named-insured-services")) {
		return "not-covered"
	}
	if w.outside(m, it, on, seen, d) {
		return "outside-period"
	}
	if !w.covers(it, is, on) {
		return "not-covered"
	}
	if w.excluded(it, is, on) {
		return "excluded"
	}
	return "covered"
}

// outside says that the item is outside its trigger.
func (w *world) outside(m *matter, it *thing, on dates, seen time.Time, d when) bool {
	in := func(t time.Time) bool { return !t.Before(w.start) && t.Before(w.end) }
	respond := yearFrom(seen)
	if w.read["A10=to-moment"] {
		respond = seen.AddDate(1, 0, 0)
	}
	inResponse := !it.incurred.Before(seen) && it.incurred.Before(respond)
	if w.read["A10=to-moment"] && inResponse != (!it.incurred.Before(seen) && it.incurred.Before(yearFrom(seen))) {
		w.reach("A10 to the moment")
	}

	switch {
	case slices.Contains(liable, it.head) || it.head == "litigation-response":
		if !d.series.IsZero() && m.series != "" && it.head == "damages" {
			if own := m.of(it, when{}).made; in(own) != in(on.made) {
				w.reach("series began " + map[bool]string{true: "in the period, claim after it", false: "before the period, claim in it"}[in(on.made)])
				if rec := w.series[m.series]; rec != nil && rec.made.Equal(on.made) {
					w.reach("series dated by a claim " + rec.by)
				}
			}
		}
		if it.head == "litigation-response" && (w.read["A11=both"] && !in(seen) || w.read["A11b=inside"] && !inResponse) {
			return true
		}
		return !in(on.made)
	case it.head == "regulatory":
		return !in(m.measure)
	}
	if inc := w.incident[m.incident]; inc != nil && in(sooner(m.discovered, m.reputational)) != in(seen) {
		w.reach("incident dated by a claim " + inc.by)
	}
	return !in(seen) || !inResponse
}

// covers says that an insuring agreement reaches the item.
func (w *world) covers(it *thing, is func(string) bool, on dates) bool {
	services, user := is("it-services"), is("it-user-activity")
	bound := services || w.read["A16=lead-first"] // incidents (2) to (5)
	likely := is("may-cause-incident") || !on.attackOut.Equal(never)
	attacked, suspected := is("cyber-attack"), is("suspected-attack") || is("cyber-attack")
	leaked := is("leak") || is("suspected-leak")
	marks := is("design-right") || is("trademark") || is("domain-name")

	infringed := is("personality-right") || is("copyright") || marks && !w.read["A29=excluded"]
	byOther := is("unforeseen-loss") && !leaked && !infringed // (1) is other than (2) and (3)
	first := (services || user) && (is("business-interference") || is("data-loss") && !is("tangible-damage") || byOther)
	if user && !bound && !first && is("unforeseen-loss") {
		w.reach("incidents 2 and 3 are no other loss")
	}
	second := bound && leaked
	third := bound && infringed
	fourth := bound && attacked && is("managed-system") && likely
	fifth := bound && suspected && is("managed-system") && (!w.read["A15=both"] || likely)
	security := first || second || third || fourth
	accident := (services || user && w.read["A16=both"]) && is("unforeseen-accident")
	if !services && security && !first {
		w.reach("A16 lead sentence for incident 1 alone")
	}
	if third && !first && !second && !fourth && !is("personality-right") && !is("copyright") {
		w.reach("incident 3 by a mark alone")
	}
	unmet := func(fact string) bool {
		if !is(fact) {
			w.reach("no " + fact + " for " + it.head)
		}
		return !is(fact)
	}
	number := slices.Contains(costHeads, it.head) || it.head == "litigation-response" ||
		it.head == "reputational" && (w.read["A12=advisory"] || w.read["A12=other-response"])
	if number && unmet("requirements-met") {
		return false
	}

	switch it.head {
	case "damages":
		// Property has a head of its own where an endorsement adds one.
		if !w.read["A20=covered"] {
			if w.attached["END-03"] && is("custody-property") {
				w.reach("custody under damages, END-03")
				return false
			}
			if w.attached["END-04"] && is("malfunction") && is("property-damage") && !is("device-itself") {
				w.reach("malfunction under damages, END-04")
				return false
			}
		}
		return accident
	case "custody":
		w.reach("custody under custody, END-03 " + yes(w.attached["END-03"]))
		return w.attached["END-03"] && is("custody-property")
	case "malfunction":
		w.reach("malfunction under malfunction, END-04 " + yes(w.attached["END-04"]))
		return w.attached["END-04"] && is("malfunction") && (is("bodily-injury") || is("property-damage") && !is("device-itself"))
	case "defence":
		return !unmet("with-consent")
	case "cooperation":
		return !unmet("at-insurers-request")
	case "attack-response":
		// Against what proves groundless: an external report, and for the
		// verification an outside body, too.
		report, body := is("external-report"), is("outside-body")
		both := report && body || w.read["A13=either"] && (report || body)
		shutdown := is("shutdown-outsourced") && suspected && (attacked || report)
		verification := is("attack-verification") && suspected && (attacked || both)
		if fifth && !security && attacked && (shutdown || verification) {
			w.reach("an attack contains its suspicion")
		}
		return (security || fifth) && (shutdown || verification)
	case "investigation", "restoration":
		return security
	case "advisory":
		return security && !unmet("directly-necessary")
	case "other-response":
		if is("under-another-head") {
			w.reach("under another head")
			return false
		}
		clear := !day(on.leakOut).After(day(it.spent))
		if security && is("consolation") {
			w.reach("consolation, clear " + yes(clear))
		}
		return security && (!is("consolation") || is("personal-data") && leaked && clear)
	case "recurrence-prevention":
		if is("investigation-or-advice") {
			w.reach("investigation or advice")
			return false
		}
		return security && is("necessary-and-useful") && !is("ordinary-spending")
	case "reputational":
		if w.read["A12=advisory"] && unmet("directly-necessary") || w.read["A12=other-response"] && (is("under-another-head") ||
			is("consolation") && !(is("personal-data") && leaked && !day(on.leakOut).After(day(it.spent)))) {
			return false
		}
		return security && is("reputational-incident")
	case "litigation-response":
		return is("suit-filed") && !unmet("necessary-for-suit") && (accident || security ||
			w.attached["END-03"] && is("custody-property") ||
			w.attached["END-04"] && is("malfunction") && (is("bodily-injury") || is("property-damage") && !is("device-itself")))
	case "regulatory":
		return w.attached["END-05"] && is("regulatory-measure") && !is("fine-itself")
	}
	panic(it.head)
}

// excluded goes through the exclusions in the order of the source.
func (w *world) excluded(it *thing, is func(string) bool, on dates) bool {
	some := func(facts ...string) bool { return slices.ContainsFunc(facts, is) }
	if some("wilful-act", "war", "riot", "labour-dispute", "earthquake", "eruption", "flood", "tsunami", "storm-surge",
		"knew-unlawful", "knew-harmful", "others-reputation", "licence-fee", "product-defect",
		"sales-analysis", "sales-forecast", "financial-analysis", "cure-cost", "re-performance-cost", "recall-cost", "crypto-exchange") ||
		is("crime") && !is("crime-of-negligence") ||
		some("prepaid-issuer", "funds-transfer-operator") && some("prepaid-misuse", "wrongful-transfer") {
		return true
	}

	// Circumstances known at the start.
	start, known := w.start, "known-at-start"
	if w.read["A9=first-start"] {
		start, known = w.first, "known-at-first-start"
	}
	if on.cause.Before(start) {
		w.reach("cause before the start, known " + yes(is(known)) + ", aware " + yes(!on.aware.After(start)))
		if is(known) || !on.aware.After(start) {
			return true
		}
	}

	// Bodily injury: the malfunction endorsement gives it back under its head
	// and what follows that.
	if is("bodily-injury") {
		back := w.attached["END-04"] && is("malfunction") && slices.Contains([]string{"malfunction", "defence", "cooperation", "litigation-response"}, it.head)
		if w.attached["END-04"] && is("malfunction") {
			w.reach("bodily injury by malfunction, END-04, " + it.head)
		}
		if !back {
			return true
		}
	}

	// Intellectual property.
	out, kept := 0, 0
	leaked := is("leak-in-attack") && !is("attacker-in-business")
	for _, right := range []string{"other-ip", "copyright", "personality-right", "design-right", "trademark", "domain-name"} {
		if !is(right) {
			continue
		}
		lost := false
		switch right {
		case "other-ip":
			lost = !leaked
		case "copyright":
			lost = w.attached["END-06"]
		case "design-right", "trademark", "domain-name":
			lost = w.read["A29=excluded"] && !leaked
			if w.read["A29=excluded"] {
				w.reach("A29 other IP, a leak in an attack " + yes(leaked))
			}
		}
		if lost {
			out++
		} else {
			kept++
		}
	}
	if out > 0 && kept > 0 {
		w.reach("mixed IP, excluded " + yes(is("mixed-ip-excluded")))
	}
	if out > 0 && (kept == 0 || is("mixed-ip-excluded")) {
		return true
	}

	if is("late-completion") && !is("fire") && !(is("sudden-accident") && is("system-stopped")) {
		return true
	}
	if is("software-development") && is("in-japan") && (slices.Contains(liable, it.head) || !w.read["A18b=liability"]) && w.undelivered(it, on) {
		return true
	}
	switch it.head {
	case "damages":
		if is("property-damage") || is("custody-property") {
			what := "property by malfunction"
			if is("custody-property") {
				what = "property in custody"
			} else if !is("malfunction") {
				what = "other property"
			}
			if w.read["A20=covered"] {
				w.reach(what + ", A20 covered")
				return false
			}
			out := w.read["A20=excluded"] || is("property-left-out")
			w.reach(what + ", left out " + yes(out))
			return out
		}
	case "malfunction":
		if w.attached["END-04"] && is("property-damage") && is("malfunction") && is("device-itself") {
			w.reach("the device itself")
			return true
		}
	}
	return false
}

// undelivered says that the work was claimed for, or a claim known to be likely,
// before delivery or in the month after it, and nothing gives that back.
func (w *world) undelivered(it *thing, on dates) bool {
	if on.delivered.Equal(never) {
		out := slices.Contains(liable, it.head) || !on.made.Equal(never) || !on.aware.Equal(never)
		w.reach("never delivered, " + map[bool]string{true: "liability", false: "costs"}[slices.Contains(liable, it.head)] + ", excluded " + yes(out))
		if w.attached["END-02"] && w.read["A18=until-month"] {
			w.reach("never delivered, END-02, A18 until the month")
		}
		return out
	}
	month := monthFrom(on.delivered)
	before := func(t time.Time) bool { return t.Before(on.delivered) }
	within := func(t time.Time) bool { return !t.Before(on.delivered) && t.Before(month) }
	early := before(on.made) || before(on.aware)
	soon := within(on.made) || within(on.aware)
	switch {
	case !early && !soon:
		w.reach("delivered and past the month")
		return false
	case !w.attached["END-02"]:
		return true
	case w.read["A18=until-month"]:
		w.reach("END-02 until the month, early " + yes(early))
		return false
	}
	w.reach("END-02, early " + yes(early))
	return early
}

func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// yearFrom is the end of the incident response period: the day that corresponds
// to the next one, or the first of March where there is none.
func yearFrom(t time.Time) time.Time {
	return day(t).AddDate(0, 0, 1).AddDate(1, 0, 0)
}

// monthFrom is the end of the month after a delivery: the day that corresponds
// to the next one, or the first of the month after where there is none.
func monthFrom(t time.Time) time.Time {
	next := day(t).AddDate(0, 0, 1)
	end := time.Date(next.Year(), next.Month()+1, next.Day(), 0, 0, 0, 0, time.UTC)
	if end.Day() != next.Day() {
		end = time.Date(end.Year(), end.Month(), 1, 0, 0, 0, 0, time.UTC)
	}
	return end
}
