// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package clause_test

import (
	"encoding/json"
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/text"
	"github.com/baiseki/baiseki/yen"
)

func TestZeroValues(t *testing.T) {
	var c clause.Clause
	if c.String() != "" || c.Text(language.English) != "" || c != (clause.Clause{}) {
		t.Errorf("the zero Clause is %q", c)
	}
	var s clause.Sheet
	if s.Total() != 0 || s.Title(language.English) != "" || len(slices.Collect(s.Lines()))+len(slices.Collect(s.Notes())) != 0 {
		t.Errorf("the zero Sheet is %+v", s)
	}
}

func TestClauseTexts(t *testing.T) {
	c := clause.Clause{ID: "EXC-17", JA: "引渡し前後", EN: "before and after delivery", Source: "保険金をお支払いしない主な場合"}
	if got := c.String(); got != "EXC-17 before and after delivery" {
		t.Errorf("got %q", got)
	}
	for tag, want := range map[string]string{"en": c.EN, "en-GB": c.EN, "ja": c.JA, "fr": c.JA} {
		if got := c.Text(language.MustParse(tag)); got != want {
			t.Errorf("%s: got %q, want %q", tag, got, want)
		}
	}
	b, err := json.Marshal(c)
	if want := `{"id":"EXC-17","ja":"引渡し前後","en":"before and after delivery","source":"保険金をお支払いしない主な場合"}`; err != nil || string(b) != want {
		t.Errorf("got  %s %v\nwant %s", b, err, want)
	}
	var back clause.Clause
	if err := json.Unmarshal(b, &back); err != nil || back != c {
		t.Errorf("reads back as %v %v", back, err)
	}
	if (clause.Clause{ID: "X-1"}).String() != "X-1" {
		t.Error("a clause without a title does not print as its id")
	}
}

// Whatever is added, each total is the one before it and the change, and the
// changes add up to the total.
func TestSheetAddsUp(t *testing.T) {
	random := rand.New(rand.NewPCG(109, 152))
	for range 1_000 {
		s := clause.NewSheet("計算", "Computation")
		var totals []yen.Amount
		for range random.IntN(8) {
			total := yen.Amount(random.Int64N(2*int64(yen.Max)+1)) - yen.Max
			totals = append(totals, total)
			s = s.Add("X-1", total, "行", "line")
		}
		var before, sum yen.Amount
		i := 0
		for l := range s.Lines() {
			if l.Total != totals[i] || before+l.Change != l.Total {
				t.Fatalf("line %d of %v: %+v", i, totals, l)
			}
			before, sum, i = l.Total, sum+l.Change, i+1
		}
		if i != len(totals) || sum != s.Total() || before != s.Total() {
			t.Fatalf("%v: %d lines, sum %v, total %v", totals, i, sum, s.Total())
		}
	}
}

// Two sheets that go on from the same one share nothing that either can change.
func TestSheetIsImmutable(t *testing.T) {
	base := clause.NewSheet("計算", "Computation")
	for n := range 9 { // past every growth of a slice
		base = base.Add("X-1", yen.Amount(n), "共通", "shared").Note("X-1", "共通", "shared")
		left := base.Add("X-2", 100, "左", "left").Note("X-2", "左", "left")
		right := base.Add("X-3", 200, "右", "right").Note("X-3", "右", "right")

		if base.Total() != yen.Amount(n) || left.Total() != 100 || right.Total() != 200 {
			t.Fatalf("%d: totals %v, %v, %v", n, base.Total(), left.Total(), right.Total())
		}
		for s, want := range map[*clause.Sheet]clause.ID{&base: "X-1", &left: "X-2", &right: "X-3"} {
			lines, notes := slices.Collect(s.Lines()), slices.Collect(s.Notes())
			if got := lines[len(lines)-1].Clause; got != want {
				t.Errorf("%d: the last line is of %s, want %s", n, got, want)
			}
			if got := notes[len(notes)-1].Clause; got != want {
				t.Errorf("%d: the last note is of %s, want %s", n, got, want)
			}
			lines[0].Total, notes[0].EN = -1, "changed"
		}
		for l := range base.Lines() {
			if l.Total < 0 {
				t.Fatal("a collected line is the sheet's own")
			}
		}
	}
}

func TestSheetTextAligns(t *testing.T) {
	s := claim().Add("か\u3099", -5, "濁点は結合文字か\u3099", "combining e\u0301").Note("LONGEST-ID-OF-ALL", "注記", "note")
	for _, tag := range []language.Tag{language.Japanese, language.English} {
		lines := strings.Split(strings.TrimSuffix(s.Text(tag), "\n"), "\n")
		table, notes := lines[1:7], lines[7:]
		for _, line := range table {
			if got, want := text.Width(line), text.Width(table[0]); got != want {
				t.Errorf("%v: %q takes %d columns, the head %d", tag, line, got, want)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("%v: %q ends with a space", tag, line)
			}
		}
		for i, n := range slices.Collect(s.Notes()) {
			before, _, ok := strings.Cut(notes[i], n.Text(tag))
			if got, want := text.Width(before), len("LONGEST-ID-OF-ALL")+2; !ok || got != want {
				t.Errorf("%v: %q starts its text at column %d, want %d", tag, notes[i], got, want)
			}
		}
	}
}

// A text cannot leave its cell or its line.
func TestTextsStayInTheirPlace(t *testing.T) {
	const awkward = "a|b\\|c\nd\re\tf <b>*x*</b> _y_ ~z~ [l](m) &amp; #1 `k`"
	s := clause.NewSheet(awkward, awkward).Add("X|1", 5, awkward, awkward).Note("X_2", awkward, awkward)

	const flat = `a|b\|c d e f <b>*x*</b> _y_ ~z~ [l](m) &amp; #1 ` + "`k`"
	if got, want := strings.Split(s.Text(language.English), "\n"), []string{
		flat,
		"Clause  Item" + strings.Repeat(" ", len(flat)-len("Item")) + "  Change  Total",
		"X|1     " + flat + "     +¥5     ¥5",
		"X_2     " + flat,
		"",
	}; !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}

	const escaped = `a\|b\\\|c d e f \<b>\*x\*\</b> \_y\_ \~z\~ \[l\](m) \&amp; \#1 ` + "\\`k\\`"
	if got, want := strings.Split(s.Markdown(language.English), "\n"), []string{
		"### " + escaped,
		"",
		"| Clause | Item | Change | Total |",
		"|---|---|---:|---:|",
		`| X\|1 | ` + escaped + " | +¥5 | ¥5 |",
		"",
		`- X\_2 ` + escaped,
		"",
	}; !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
}

func TestSigns(t *testing.T) {
	s := clause.Sheet{}.Add("X-1", 5, "行", "line").Add("X-2", 5, "行", "line").Add("X-3", 3, "行", "line")
	want := []string{"+5円 5円", "0円 5円", "-2円 3円"}
	for i, line := range strings.Split(s.Text(language.Japanese), "\n")[1:4] {
		if got := strings.Join(strings.Fields(line)[2:], " "); got != want[i] {
			t.Errorf("got %q, want %q", got, want[i])
		}
	}
}

func TestSheetStopsWhenTold(t *testing.T) {
	n := 0
	for range claim().Lines() {
		n++
		break
	}
	for range claim().Notes() {
		n++
		break
	}
	if n != 2 {
		t.Errorf("got %d", n)
	}
}
