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
	if s.Total() != 0 || s.Title(language.English) != "" || s.Closing() != (clause.Note{}) || len(slices.Collect(s.Lines()))+len(slices.Collect(s.Notes())) != 0 {
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

// Whatever is added, each total is the one before it and the amount, no amount
// is 0円, and the amounts add up to the total.
func TestSheetAddsUp(t *testing.T) {
	random := rand.New(rand.NewPCG(109, 152))
	skipped := 0
	for range 1_000 {
		s := clause.NewSheet("計算", "Calculation").Close("X-9", "合計", "Total")
		var want []yen.Amount // the totals that differ from the one before
		last := yen.Amount(0)
		for range random.IntN(8) {
			total := yen.Amount(random.Int64N(2*int64(yen.Max)+1)) - yen.Max
			if random.IntN(3) == 0 {
				total = last
				skipped++
			}
			s = s.Add("X-1", total, "行", "line")
			if total != last {
				want = append(want, total)
			}
			last = total
		}
		var before, sum yen.Amount
		i := 0
		for l := range s.Lines() {
			if i >= len(want) || l.Total != want[i] || before+l.Change != l.Total || l.Change == 0 {
				t.Fatalf("line %d of %v: %+v", i, want, l)
			}
			before, sum, i = l.Total, sum+l.Change, i+1
		}
		if i != len(want) || sum != s.Total() || before != s.Total() || s.Total() != last {
			t.Fatalf("%v: %d lines, sum %v, total %v", want, i, sum, s.Total())
		}
		for _, text := range []string{s.Text(language.Japanese), s.Table(language.Japanese, "")} {
			if n := strings.Count(text, "X-1"); n != len(want) {
				t.Fatalf("%d lines are printed as %d:\n%s", len(want), n, text)
			}
			if n := strings.Count(text, "合計"); n != 1 || !strings.Contains(text[strings.Index(text, "合計"):], s.Total().Grouped()) {
				t.Fatalf("no closing line of %v:\n%s", s.Total(), text)
			}
		}
	}
	if skipped == 0 {
		t.Error("no line changed nothing")
	}
}

// A line that changes nothing is no line, also as the first and the last.
func TestAddNothing(t *testing.T) {
	s := clause.Sheet{}.Add("X-0", 0, "行", "line").
		Add("X-1", 5, "行", "line").Add("X-2", 5, "行", "line").
		Add("X-3", 0, "行", "line").Add("X-4", 0, "行", "line").
		Add("X-5", -1, "行", "line").Add("X-6", -1, "行", "line")
	var got []clause.ID
	for l := range s.Lines() {
		got = append(got, l.Clause)
	}
	if want := []clause.ID{"X-1", "X-3", "X-5"}; !slices.Equal(got, want) || s.Total() != -1 {
		t.Errorf("got %v, %v; want %v", got, s.Total(), want)
	}
}

func TestClose(t *testing.T) {
	s := clause.NewSheet("計算", "Calculation").Close("X-1", "合計", "Total").Add("X-2", 5, "行", "line").Add("X-3", 7, "行", "line")
	if got, want := s.Closing(), (clause.Note{Clause: "X-1", JA: "合計", EN: "Total"}); got != want {
		t.Errorf("got %v, want %v", got, want)
	}
	if want := []string{
		"Calculation  Amount  Running total  Clause",
		"line             ¥5             ¥5  X-2",
		"line             ¥2             ¥7  X-3",
		"------------------------------------------",
		"Total                           ¥7  X-1",
		"",
	}; s.Table(language.English, "Calculation") != strings.Join(want, "\n") {
		t.Errorf("got\n%s\nwant\n%s", s.Table(language.English, "Calculation"), strings.Join(want, "\n"))
	}
	other := s.Close("", "計", "Sum")
	if s.Closing().EN != "Total" || other.Closing().EN != "Sum" || strings.Contains(other.Table(language.English, ""), "X-1") {
		t.Errorf("closed as %v and as %v", s.Closing(), other.Closing())
	}
	if none := other.Close("", "", ""); strings.Contains(none.Table(language.English, ""), "---") {
		t.Errorf("got\n%s", none.Table(language.English, ""))
	}
	// A sheet may have nothing but a closing line.
	if got := (clause.Sheet{}).Close("", "お支払額", "Payable").Table(language.Japanese, ""); !strings.HasSuffix(got, "\nお支払額           0円\n") {
		t.Errorf("got\n%s", got)
	}
}

// Text is the title, the table under 内容 or Item, and the notes after an empty
// line; Table has the head that it is given.
func TestTextIsTableAndNotes(t *testing.T) {
	s := claim()
	for tag, head := range map[language.Tag]string{language.Japanese: "内容", language.English: "Item"} {
		whole, rest, _ := strings.Cut(s.Text(tag), "\n")
		table, notes, ok := strings.Cut(rest, "\n\n")
		if whole != s.Title(tag) || !ok || !strings.HasPrefix(table, head+" ") || strings.Count(notes, "\n") != 2 {
			t.Errorf("got\n%s", s.Text(tag))
		}
		if got := s.Table(tag, ""); got != table+"\n" {
			t.Errorf("got\n%s\nand\n%s", table, got)
		}
		under := s.Table(tag, "計算")
		if !strings.HasPrefix(under, "計算 ") || strings.Contains(under, head) {
			t.Errorf("got\n%s", under)
		}
		if got, want := strings.Split(under, "\n")[1:], strings.Split(table+"\n", "\n")[1:]; !slices.Equal(got, want) {
			t.Errorf("got\n%s\nand\n%s", table, under)
		}
		for n := range s.Notes() {
			if strings.Contains(under, n.Text(tag)) || !strings.Contains(notes, n.Text(tag)) {
				t.Errorf("%q is not apart", n.Text(tag))
			}
		}
	}
}

// Two sheets that go on from the same one share nothing that either can change.
func TestSheetIsImmutable(t *testing.T) {
	base := clause.NewSheet("計算", "Calculation")
	for n := 1; n <= 9; n++ { // past every growth of a slice
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
		empty := slices.Index(lines, "")
		table, notes := lines[1:empty], lines[empty+1:]
		if len(table) != 8 || len(notes) != 3 {
			t.Fatalf("%v: got\n%s", tag, s.Text(tag))
		}
		// Amounts end where the heads of their columns do, the clause starts where
		// its head does, and the rule is as wide as the widest row.
		start := text.Width(table[0]) - text.Width(text.In(tag, "条項", "Clause"))
		widest := 0
		for i, line := range slices.Concat(table[:6], table[7:]) {
			widest = max(widest, text.Width(line))
			id := clause.ID("")
			if i > 0 && i < 6 {
				id = slices.Collect(s.Lines())[i-1].Clause
			}
			if before, ok := strings.CutSuffix(line, string(id)); i > 0 && id != "" && (!ok || text.Width(before) != start) {
				t.Errorf("%v: %q has its clause at column %d, want %d", tag, line, text.Width(before), start)
			}
			if strings.TrimRight(line, " ") != line {
				t.Errorf("%v: %q ends with a space", tag, line)
			}
		}
		if rule := table[6]; rule != strings.Repeat("-", widest) {
			t.Errorf("%v: the rule takes %d columns, the table %d", tag, len(rule), widest)
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
	s := clause.NewSheet(awkward, awkward).Add("X|1", 5, awkward, awkward).
		Note("X_2", awkward, awkward).Close("X\n3", awkward, awkward)

	const flat = `a|b\|c d e f <b>*x*</b> _y_ ~z~ [l](m) &amp; #1 ` + "`k`"
	if got, want := strings.Split(s.Text(language.English), "\n"), []string{
		flat,
		"Item" + strings.Repeat(" ", len(flat)-len("Item")) + "  Amount  Running total  Clause",
		flat + "      ¥5             ¥5  X|1",
		strings.Repeat("-", len(flat)+len("  Amount  Running total  Clause")),
		flat + "                     ¥5  X 3",
		"",
		"X_2  " + flat,
		"",
	}; !slices.Equal(got, want) {
		t.Errorf("got\n%s\nwant\n%s", strings.Join(got, "\n"), strings.Join(want, "\n"))
	}
	if head, _, _ := strings.Cut(s.Table(language.English, awkward), "  Amount"); head != flat {
		t.Errorf("the head of the table is %q", head)
	}
}

// What is taken off has a minus sign, what is added has no sign, and the running
// total of the first line is its amount.
func TestSigns(t *testing.T) {
	s := clause.Sheet{}.Add("X-1", 5, "行", "line").Add("X-2", 3, "行", "line").Add("X-3", 4, "行", "line").Add("X-4", -1, "行", "line")
	want := []string{"5円 5円", "-2円 3円", "1円 4円", "-5円 -1円"}
	for i, line := range strings.Split(s.Text(language.Japanese), "\n")[1:5] {
		if got := strings.Join(strings.Fields(line)[1:3], " "); got != want[i] {
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
