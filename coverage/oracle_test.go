// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"math/big"
	"slices"
	"strings"
	"time"
)

// The oracle assesses a claim by itself, in plain booleans and exact rationals,
// the way the order of assessment reads, without anything of this module.

// A world is a policy and its history, with nothing unknown.
type world struct {
	known    map[string]bool // the vocabulary of the edition
	read     map[string]bool // readings that are not the default, such as A4=classical
	attached map[string]bool // endorsements

	start, end time.Time // of the period

	liability, deductible, litigation int64
	custody, malfunction, regulatory  int64 // own limits
	own                               map[string]int64
	overall                           int64
	declared, actual                  int64 // premiums; 0 is no reduction

	paid   map[string]int64
	series map[string]*record
}

type record struct {
	made, discovered time.Time
	loss, paid       map[string]int64
	late             int64
}

// A matter is a claim with nothing unknown.
type matter struct {
	series                                  string
	made, discovered, reputational, measure time.Time
	cause, aware                            time.Time
	delivered, published                    time.Time // zero is never
	fact                                    map[string]bool
	items                                   []thing
	late                                    int64
	seen                                    time.Time // discovery, by series and reading
	firstMade                               time.Time
}

type thing struct {
	head       string
	recognized int64
	excess     int64
	incurred   time.Time
	spent      time.Time
	fact       map[string]bool // over those of the claim
}

// A verdictOf is what the oracle says of a claim.
type verdictOf struct {
	items    []string
	decision string
	now      int64
	beside   int64
	overpaid int64
	parts    map[string]int64
}

var (
	liable     = []string{"damages", "custody", "malfunction"}
	costHeads  = []string{"attack-response", "investigation", "advisory", "restoration", "other-response", "recurrence-prevention"}
	everyHead  = append(append(slices.Clone(liable), "defence", "cooperation"), append(slices.Clone(costHeads), "litigation-response", "reputational", "regulatory")...)
	farFuture  = time.Date(3000, 1, 1, 0, 0, 0, 0, time.UTC)
	notDerived = strings.Fields("it-services unforeseen-accident with-consent leak cyber-attack wilful-act bodily-injury property-damage copyright re-performance-cost directly-necessary named-insured late-completion")
)

func (w *world) assess(m *matter) verdictOf {
	rec := w.series[m.series]
	if rec == nil || m.series == "" || w.read["A5=each-claim"] {
		rec = &record{}
	}
	m.firstMade, m.seen = m.made, m.discovered
	if !rec.made.IsZero() && rec.made.Before(m.firstMade) {
		m.firstMade = rec.made
	}
	if !rec.discovered.IsZero() && rec.discovered.Before(m.seen) {
		m.seen = rec.discovered
	}
	if !w.read["A5b=two"] && m.reputational.Before(m.seen) {
		m.seen = m.reputational
	}

	v := verdictOf{parts: map[string]int64{}}
	loss := map[string]int64{}
	anyCovered, anyLiable := false, false
	for _, it := range m.items {
		verdict := w.item(m, it)
		v.items = append(v.items, verdict)
		if slices.Contains(liable, it.head) {
			anyLiable = true
			anyCovered = anyCovered || verdict == "covered"
		}
	}
	if !anyLiable {
		for _, h := range liable {
			anyCovered = anyCovered || w.item(m, thing{head: h, incurred: m.seen, spent: m.seen}) == "covered"
		}
	}
	for i, it := range m.items {
		follows := it.head == "defence" || it.head == "cooperation"
		if follows && v.items[i] == "covered" && !anyCovered {
			v.items[i] = "not-covered"
		}
		if v.items[i] != "covered" {
			continue
		}
		amount := it.recognized
		if slices.Contains(append(slices.Clone(liable), "defence", "cooperation"), it.head) && m.is(it, "aggravated-liability") {
			amount -= it.excess
		}
		loss[it.head] += amount
	}
	some := len(loss) > 0 && sum(loss) > 0
	for h, x := range rec.loss {
		loss[h] += x
	}
	late := m.late
	if late == 0 {
		late = rec.late
	}
	due := w.due(rec, loss, late, false)
	capped := w.due(rec, loss, late, true)
	had := sum(rec.paid)
	total := sum(due)
	v.now, v.overpaid = max(total-had, 0), max(had-total, 0)
	v.beside = max(sum(capped)-had, 0)
	all := v.items[0]
	for _, x := range v.items {
		if x != all {
			all = ""
		}
	}
	switch {
	case v.now > 0:
		v.decision = "payable"
	case all == "excluded" || all == "outside-trigger":
		v.decision = all
	default:
		v.decision = "nothing-due"
	}
	if v.decision == all {
		return verdictOf{items: v.items, decision: v.decision}
	}
	if v.overpaid == 0 {
		for h := range due {
			if now := due[h] - rec.paid[h]; now != 0 {
				v.parts[h] = now
			}
		}
	}
	if v.now == 0 && (m.series == "" || !some) {
		return v
	}
	for h, now := range v.parts {
		w.paid[h] += now
	}
	next := &record{made: m.firstMade, discovered: m.seen, loss: loss, paid: map[string]int64{}, late: late}
	for h := range everyOf(rec.paid, due) {
		next.paid[h] = due[h]
		if v.overpaid > 0 {
			next.paid[h] = rec.paid[h]
		}
	}
	if m.series != "" {
		w.series[m.series] = next
	}
	return v
}

func everyOf(a, b map[string]int64) map[string]bool {
	all := map[string]bool{}
	for h := range a {
		all[h] = true
	}
	for h := range b {
		all[h] = true
	}
	return all
}

func sum(m map[string]int64) (n int64) {
	for _, x := range m {
		n += x
	}
	return n
}

func (m *matter) is(it thing, fact string) bool {
	if b, ok := it.fact[fact]; ok {
		return b
	}
	return m.fact[fact]
}

// item returns the verdict of an item by itself.
func (w *world) item(m *matter, it thing) string {
	is := func(fact string) bool { return m.is(it, fact) }
	in := func(t time.Time) bool { return !t.Before(w.start) && t.Before(w.end) }
	seen := m.seen
	if it.head == "reputational" && w.read["A5b=two"] {
		seen = m.reputational
	}
	inResponse := !it.incurred.Before(seen) && it.incurred.Before(yearFrom(seen))
	clear := !m.published.IsZero()
	clearThen := clear && !day(m.published).After(day(it.spent))

	insured := is("named-insured") || (w.attached["END-01"] || w.read["A17=built-in"]) && is("data-centre-contractor") && is("named-insured-services")
	if !insured {
		return "not-covered"
	}

	// Triggers.
	liability := slices.Contains(append(slices.Clone(liable), "defence", "cooperation"), it.head)
	incident := slices.Contains(costHeads, it.head) || it.head == "reputational"
	outside := false
	switch {
	case liability:
		outside = !in(m.firstMade)
	case it.head == "litigation-response":
		outside = !in(m.firstMade) || w.read["A11=both"] && !in(m.seen) || w.read["A11b=inside"] && !inResponse
	case it.head == "regulatory":
		outside = !in(m.measure)
	case incident:
		outside = !in(seen) || !inResponse
	}
	if outside {
		return "outside-trigger"
	}

	// Covers.
	services, user := is("it-services"), is("it-user-activity")
	likely := is("may-cause-incident") || clear
	first := (services || user) && (is("business-interference") || is("data-loss") && !is("tangible-damage") || is("unforeseen-loss"))
	second := services && (is("leak") || is("suspected-leak"))
	third := services && (is("personality-right") || is("copyright"))
	fourth := services && is("cyber-attack") && is("managed-system") && likely
	fifth := services && is("suspected-attack") && is("managed-system") && (!w.read["A15=both"] || likely)
	security := first || second || third || fourth
	suspicion := is("cyber-attack") || is("suspected-attack")
	groundless := !is("cyber-attack")
	covered := false
	switch it.head {
	case "damages":
		covered = (services || user && w.read["A16=both"]) && is("unforeseen-accident")
	case "custody":
		covered = w.attached["END-03"] && is("custody-property")
	case "malfunction":
		covered = w.attached["END-04"] && is("malfunction") && (is("bodily-injury") || is("property-damage") && !is("device-itself"))
	case "defence":
		covered = is("with-consent")
	case "cooperation":
		covered = is("at-insurers-request")
	case "attack-response":
		shutdown := is("shutdown-outsourced") && suspicion && !(groundless && !is("external-report"))
		report := is("outside-body") && is("external-report")
		if w.read["A13=either"] {
			report = is("outside-body") || is("external-report")
		}
		verification := is("attack-verification") && suspicion && !(groundless && !report)
		covered = (security || fifth) && (shutdown || verification)
	case "investigation", "restoration":
		covered = security
	case "advisory":
		covered = security && is("directly-necessary")
	case "other-response":
		covered = security && !is("of-another-type") &&
			(!is("consolation") || is("personal-data") && (is("leak") || is("suspected-leak")) && clearThen)
	case "recurrence-prevention":
		covered = security && is("necessary-and-useful") && !is("of-another-type") && !is("ordinary-spending")
	case "reputational":
		covered = security && is("reputational-incident")
	case "litigation-response":
		accident := (services || user && w.read["A16=both"]) && is("unforeseen-accident")
		covered = is("suit-filed") && is("directly-necessary") && (accident || security)
	case "regulatory":
		covered = w.attached["END-05"] && is("regulatory-measure") && !is("fine-itself")
	}
	if !covered {
		return "not-covered"
	}
	if w.excluded(m, is, liability) {
		return "excluded"
	}
	return "covered"
}

// excluded goes through the exclusions in the order of the source.
func (w *world) excluded(m *matter, is func(string) bool, liability bool) bool {
	some := func(facts ...string) bool { return slices.ContainsFunc(facts, is) }
	if some("wilful-act", "war", "riot", "labour-dispute", "earthquake", "eruption", "flood", "tsunami", "storm-surge",
		"knew-unlawful", "knew-harmful", "others-reputation", "licence-fee", "product-defect",
		"sales-analysis", "sales-forecast", "financial-analysis", "cure-cost", "re-performance-cost", "recall-cost", "crypto-exchange") ||
		m.cause.Before(w.start) && !m.aware.After(w.start) ||
		is("crime") && !is("crime-of-negligence") ||
		some("prepaid-issuer", "funds-transfer-operator") && some("prepaid-misuse", "wrongful-transfer") {
		return true
	}
	if is("bodily-injury") && !(w.attached["END-04"] && is("malfunction")) {
		return true
	}
	narrowed := w.attached["END-06"] && is("copyright")
	soft := (is("copyright") || is("personality-right")) && !narrowed
	leaked := is("leak-in-attack") && !is("attacker-in-business") && !narrowed
	if (is("other-ip") || is("copyright") || is("personality-right")) && !soft && !leaked {
		return true
	}
	if is("late-completion") && !is("fire") && !(is("sudden-accident") && is("system-stopped")) {
		return true
	}
	if is("software-development") && is("in-japan") && (liability || !w.read["A18b=liability"]) {
		never := m.delivered.IsZero()
		month := farFuture
		if !never {
			month = monthFrom(m.delivered)
		}
		before := func(t time.Time) bool { return !never && t.Before(m.delivered) }
		within := func(t time.Time) bool { return !never && !t.Before(m.delivered) && t.Before(month) }
		caught := never || before(m.firstMade) || before(m.aware) || within(m.firstMade) || within(m.aware)
		back := w.attached["END-02"] && (within(m.firstMade) || within(m.aware)) && !before(m.firstMade) && !before(m.aware)
		if w.read["A18=until-month"] {
			back = w.attached["END-02"] && !never
		}
		if caught && !back {
			return true
		}
	}
	if is("property-damage") && !w.read["A20=covered"] {
		left := is("property-left-out") || w.read["A20=excluded"]
		back := w.attached["END-03"] && is("custody-property") || w.attached["END-04"] && is("malfunction") && !is("device-itself")
		if left && !back {
			return true
		}
	}
	return w.attached["END-04"] && is("property-damage") && is("malfunction") && is("device-itself")
}

func day(t time.Time) time.Time {
	return time.Date(t.Year(), t.Month(), t.Day(), 0, 0, 0, 0, time.UTC)
}

// yearFrom is the end of the incident response period.
func yearFrom(t time.Time) time.Time {
	return time.Date(t.Year()+1, t.Month(), t.Day(), 0, 0, 0, 0, time.UTC).AddDate(0, 0, 1)
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

// due returns what a claim with these losses to date is entitled to, by head.
func (w *world) due(rec *record, loss map[string]int64, late int64, capped bool) map[string]int64 {
	ratio := big.NewRat(1, 1)
	if w.declared > 0 && w.declared < w.actual {
		ratio = big.NewRat(w.declared, w.actual)
	}
	limit := func(a int64) *big.Rat {
		r := new(big.Rat).SetInt64(a)
		if w.read["A25=limits"] {
			r.Mul(r, ratio)
			r.SetInt(new(big.Int).Quo(r.Num(), r.Denom()))
		}
		return r
	}
	paid := func(heads ...string) *big.Rat { // by other claims
		n := new(big.Rat)
		for _, h := range heads {
			n.Add(n, new(big.Rat).SetInt64(w.paid[h]-rec.paid[h]))
		}
		return n
	}
	x := map[string]*big.Rat{}
	for _, h := range everyHead {
		x[h] = new(big.Rat).SetInt64(loss[h])
	}
	take := func(amount *big.Rat, heads ...string) { // a deductible: from the first head first
		left := new(big.Rat).Set(amount)
		for _, h := range heads {
			cut := least(left, x[h])
			x[h] = new(big.Rat).Sub(x[h], cut)
			left.Sub(left, cut)
		}
	}
	fill := func(most *big.Rat, heads ...string) { // a limit: filled in the order written
		left := new(big.Rat).Set(most)
		if left.Sign() < 0 {
			left.SetInt64(0)
		}
		for _, h := range heads {
			x[h] = least(left, x[h])
			left.Sub(left, x[h])
		}
	}
	inside := w.read["A4=inside"]
	damages := []string{"damages"}
	if w.attached["END-03"] {
		damages = append(damages, "custody")
	}
	if w.attached["END-04"] {
		damages = append(damages, "malfunction")
	}
	section := append(slices.Clone(damages), "defence", "cooperation")
	gross := new(big.Rat)
	for _, h := range damages {
		gross.Add(gross, x[h])
	}
	sharing := damages
	if inside {
		sharing = section
	}
	take(new(big.Rat).SetInt64(w.deductible), sharing...)
	if w.custody > 0 && w.custody < w.liability {
		fill(new(big.Rat).Sub(limit(w.custody), paid("custody")), "custody")
	}
	if w.malfunction > 0 && w.malfunction < w.liability {
		fill(new(big.Rat).Sub(limit(w.malfunction), paid("malfunction")), "malfunction")
	}
	fill(limit(w.liability), sharing...)

	fill(new(big.Rat).Sub(limit(w.litigation), paid("litigation-response")), "litigation-response")
	eroding := section
	if w.read["A4=classical"] {
		eroding = damages
	}
	if w.read["A3a=inside-liability"] {
		eroding = append(slices.Clone(eroding), "litigation-response")
	}
	left := new(big.Rat).Sub(limit(w.liability), paid(eroding...))
	if left.Sign() < 0 {
		left.SetInt64(0)
	}
	if !inside {
		by := limit(w.liability)
		if !w.read["A4b=printed"] {
			by = least(by, left)
		}
		if gross.Cmp(by) > 0 {
			x["defence"] = new(big.Rat).Mul(x["defence"], new(big.Rat).Quo(by, gross))
		}
	}
	fill(left, eroding...)

	var costs []string
	for _, h := range costHeads {
		group := []string{h}
		if h == "advisory" && w.read["A12=advisory"] || h == "other-response" && w.read["A12=other-response"] {
			group = append(group, "reputational")
		}
		if !w.read["A2=overall-only"] {
			fill(new(big.Rat).Sub(limit(w.own[h]), paid(group...)), group...)
		}
		costs = append(costs, group...)
	}
	late6 := slices.Clone(costs)
	if w.read["A3a=inside-costs"] || !w.read["A3a=beside-costs"] && !w.read["A3a=inside-liability"] {
		costs = append(costs, "litigation-response")
	}
	if !slices.Contains(costs, "reputational") {
		if !w.read["A2=overall-only"] {
			fill(new(big.Rat).Sub(limit(w.own["reputational"]), paid("reputational")), "reputational")
		}
		costs, late6 = append(costs, "reputational"), append(late6, "reputational")
	}
	if w.attached["END-05"] {
		fill(new(big.Rat).Sub(limit(w.regulatory), paid("regulatory")), "regulatory")
		costs = append(costs, "regulatory")
	}
	if !w.read["A2=own-only"] {
		fill(new(big.Rat).Sub(limit(w.overall), paid(costs...)), costs...)
	}
	written := append(slices.Clone(section), costs...)
	if w.read["A3a=inside-liability"] {
		written = append(append(slices.Clone(section), "litigation-response"), costs...)
	}
	if w.read["A3a=beside-costs"] {
		written = append(written, "litigation-response")
	}
	if capped || w.read["A3b=capped"] {
		fill(new(big.Rat).Sub(limit(w.liability), paid(written...)), written...)
	}
	take(new(big.Rat).SetInt64(late), late6...)
	if !w.read["A25=limits"] {
		reduced := written
		if w.read["A25=damages"] {
			reduced = damages
		}
		for _, h := range reduced {
			x[h] = new(big.Rat).Mul(x[h], ratio)
		}
	}
	return share(x, written, w.read["A28=half-up"])
}

// share rounds the total once and gives the yen left over to the largest
// fractions, the earlier head first.
func share(x map[string]*big.Rat, heads []string, halfUp bool) map[string]int64 {
	total := new(big.Rat)
	due := map[string]int64{}
	fraction := map[string]*big.Rat{}
	floors := int64(0)
	for _, h := range heads {
		total.Add(total, x[h])
		n := new(big.Int).Quo(x[h].Num(), x[h].Denom()).Int64()
		due[h], fraction[h] = n, new(big.Rat).Sub(x[h], new(big.Rat).SetInt64(n))
		floors += n
	}
	if halfUp {
		total.Add(total, big.NewRat(1, 2))
	}
	over := new(big.Int).Quo(total.Num(), total.Denom()).Int64() - floors
	for ; over > 0; over-- {
		best := ""
		for _, h := range heads {
			if fraction[h].Sign() > 0 && (best == "" || fraction[h].Cmp(fraction[best]) > 0) {
				best = h
			}
		}
		due[best]++
		fraction[best].SetInt64(0)
	}
	return due
}

func least(a, b *big.Rat) *big.Rat {
	if a.Cmp(b) < 0 {
		return new(big.Rat).Set(a)
	}
	return new(big.Rat).Set(b)
}
