// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"errors"
	"math"
	"slices"
	"strings"
	"testing"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/internal/hostile"
	"github.com/baiseki/baiseki/period"
)

func TestMain(m *testing.M)           { hostile.Main(m) }
func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

func TestZeroValues(t *testing.T) {
	var (
		d period.Date
		i period.Instant
		p period.Period
	)
	if !d.IsZero() || !i.IsZero() || !p.IsZero() {
		t.Error("a zero value is not none")
	}
	for _, s := range []string{d.String(), i.String(), p.String(), d.Text(language.English), i.Text(language.Japanese), p.Text(language.English), p.Text(language.Japanese), i.EndText(language.Japanese), i.EndText(language.English), period.Entry(0).String(), (&period.Refusal{}).Code()} {
		if s != "" {
			t.Errorf("a zero value prints as %q", s)
		}
	}
	if d.Year() != 0 || d.Month() != 0 || d.Day() != 0 || d.Start() != i || i.Date() != d || !i.Time().IsZero() || i.LastWholeDay() != d {
		t.Error("the parts of none are not none")
	}
	day := date("2024-07-01")
	if p.Contains(day.Start()) || p.At(day.Start()) != period.Unclear || p.On(day) != period.Unclear {
		t.Error("the zero period contains something")
	}
	if d.DaysUntil(day) != 0 || day.DaysUntil(d) != 0 {
		t.Error("none is some days away")
	}
	if _, err := d.AddDays(1); !errors.Is(err, period.ErrRange) {
		t.Error(err)
	}
	if _, err := d.Clock(16, 0); !errors.Is(err, period.ErrRange) {
		t.Error(err)
	}
	if _, err := (period.Year{}).Join(day); !errors.Is(err, period.ErrYear) {
		t.Error(err)
	}
	base := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	if (period.Year{}).Grants(p) || (period.Year{}).Grants(base) || period.JISA2024(period.Readings{}).Grants(p) {
		t.Error("a zero value grants or is granted")
	}
	if base.At(i) != period.Unclear || base.On(d) != period.Unclear {
		t.Error("none lies somewhere")
	}
	if (period.Year{Base: base}).Grants(base) {
		t.Error("a year without a window grants its base period")
	}
	if _, err := (period.Year{}).ApplyBy(day); !errors.Is(err, period.ErrYear) {
		t.Error(err)
	}
	edition := period.JISA2024(period.Readings{})
	if _, err := edition.Join(d); !errors.Is(err, period.ErrRange) {
		t.Error(err)
	}
	if _, err := edition.ApplyBy(d); !errors.Is(err, period.ErrRange) {
		t.Error(err)
	}
	if _, err := edition.ResponsePeriod(i); !errors.Is(err, period.ErrRange) {
		t.Error(err)
	}
	if _, err := edition.DeliveryEnd(d); !errors.Is(err, period.ErrRange) {
		t.Error(err)
	}
}

func TestCheck(t *testing.T) {
	for name, change := range map[string]func(*period.Year){
		"no base":           func(y *period.Year) { y.Base = period.Period{} },
		"no opening":        func(y *period.Year) { y.Opens = period.Date{} },
		"no closing":        func(y *period.Year) { y.Closes = period.Date{} },
		"closes first":      func(y *period.Year) { y.Closes = date("2024-05-06") },
		"closes too late":   func(y *period.Year) { y.Closes = date("2024-07-01") },
		"unknown window":    func(y *period.Year) { y.Readings.AfterWindow = 2 },
		"unknown last day":  func(y *period.Year) { y.Readings.LastDay = 2 },
		"unknown reckoning": func(y *period.Year) { y.Readings.Response = 2 },
	} {
		t.Run(name, func(t *testing.T) {
			y := period.JISA2024(period.Readings{})
			change(&y)
			if err := y.Check(); !errors.Is(err, period.ErrYear) {
				t.Errorf("got %v", err)
			}
			if _, err := y.Join(date("2024-06-01")); !errors.Is(err, period.ErrYear) {
				t.Errorf("joined: %v", err)
			}
		})
	}
	y := period.JISA2024(period.Readings{})
	y.Opens = y.Closes
	if err := y.Check(); err != nil {
		t.Errorf("a window of one day: %v", err)
	}
	y.Closes = date("2024-06-30")
	if err := y.Check(); err != nil {
		t.Errorf("a window that closes on the day before the start: %v", err)
	}
}

// TestOtherYear joins a scheme whose year does not start on the first of a
// month: a part of a month counts as one.
func TestOtherYear(t *testing.T) {
	y := period.Year{
		Base:  period.MustParse("2026-04-15 00:00 - 2027-04-15 00:00"),
		Opens: date("2026-02-01"), Closes: date("2026-03-31"),
	}
	for _, c := range []struct {
		applied, want string
		months, days  int
	}{
		{"2026-03-31", "2026-04-15 00:00 - 2027-04-15 00:00", 12, 365},
		{"2026-04-01", "2026-05-01 00:00 - 2027-04-15 00:00", 12, 349},
		{"2027-02-28", "2027-03-01 00:00 - 2027-04-15 00:00", 2, 45},
		{"2027-03-31", "2027-04-01 00:00 - 2027-04-15 00:00", 1, 14},
	} {
		m, err := y.Join(date(c.applied))
		if err != nil || m.String() != c.want || m.Months != c.months || m.Days != c.days {
			t.Errorf("%s: got %v %d %d, %v; want %s %d %d", c.applied, m, m.Months, m.Days, err, c.want, c.months, c.days)
		}
	}
	if _, err := y.Join(date("2027-04-01")); !errors.Is(err, period.ErrTooLate) {
		t.Error(err)
	}
	if _, err := y.Join(date("2027-04-14")); !errors.Is(err, period.ErrEnded) {
		t.Error(err)
	}
	if by, err := y.ApplyBy(date("2026-04-30")); err != nil || by != y.Closes {
		t.Error(by, err)
	}
	// A year that ends at 00:00 on the first of a month has no last day to join for.
	y.Base = period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00")
	if _, err := y.Join(date("2027-03-01")); !errors.Is(err, period.ErrTooLate) {
		t.Error(err)
	}
	if m, err := y.Join(date("2027-02-28")); err != nil || m.Months != 1 {
		t.Error(m.Months, err)
	}
	if _, err := y.ApplyBy(date("2027-04-01")); !errors.Is(err, period.ErrEnded) {
		t.Error(err)
	}
	if by, err := y.ApplyBy(date("2027-03-31")); err != nil || by != date("2027-02-28") {
		t.Error(by, err)
	}
}

func TestRefusalTexts(t *testing.T) {
	edition := period.JISA2024(period.Readings{AfterWindow: period.AfterWindowRefused})
	for applied, want := range map[string][4]string{
		"2024-05-01": {"not-open", "period: 2024-05-01: enrolment is not open yet: opens on 2024-05-07",
			"受付期間外です（募集開始前）。2024年5月7日からお申し込みいただけます。",
			"Enrolment is not open yet. It opens on 7 May 2024."},
		"2024-06-20": {"closed", "period: 2024-06-20: enrolment has closed: applications are accepted again from 2024-07-01",
			"受付期間外です（募集期間終了）。2024年7月1日から、中途加入のお申し込みを受け付けます。",
			"The enrolment window has closed. You can apply to join mid-term from 1 July 2024."},
		"2025-06-10": {"too-late", "period: 2025-06-10: too late to join this scheme year: the last day to apply was 2025-05-31",
			"受付期間外です。この保険年度の申込期限は2025年5月31日でした。次の保険年度にご加入いただけます。",
			"The last day to apply for this scheme year was 31 May 2025. You can join the next scheme year."},
		"2025-07-01": {"ended", "period: 2025-07-01: the scheme year has ended: last day 2025-07-01",
			"受付期間外です。この保険年度は2025年7月1日に終了します。次の保険年度にご加入いただけます。",
			"This scheme year ends on 1 July 2025. You can join the next scheme year."},
		"2025-07-02": {"ended", "period: 2025-07-02: the scheme year has ended: last day 2025-07-01",
			"受付期間外です。この保険年度は2025年7月1日に終了しました。次の保険年度にご加入いただけます。",
			"This scheme year ended on 1 July 2025. You can join the next scheme year."},
	} {
		_, err := edition.Join(date(applied))
		r, ok := errors.AsType[*period.Refusal](err)
		if !ok {
			t.Fatal(err)
		}
		if got := [4]string{r.Code(), r.Error(), r.Text(language.Japanese), r.Text(language.English)}; got != want {
			t.Errorf("%s: got %q\nwant %q", applied, got, want)
		}
		if r.Day != date(applied) || r.Clause == "" {
			t.Errorf("%s: day %v, clause %q", applied, r.Day, r.Clause)
		}
	}
	_, err := edition.ApplyBy(date("2024-06-01"))
	r, ok := errors.AsType[*period.Refusal](err)
	if !ok {
		t.Fatal(err)
	}
	if got, want := [4]string{r.Code(), r.Error(), r.Text(language.Japanese), r.Text(language.English)}, ([4]string{
		"not-started", "period: 2024-06-01: the scheme year has not started yet: first day 2024-07-01",
		"この保険年度の補償は2024年7月1日に始まります。", "Cover in this scheme year starts on 1 July 2024.",
	}); got != want {
		t.Errorf("got %q\nwant %q", got, want)
	}
	if (&period.Error{}).Error() == "" {
		t.Error("an error without a reason says nothing")
	}
	none := &period.Refusal{}
	if none.Error() == "" || none.Code() != "" || none.Text(language.English) == "" {
		t.Error("a refusal without a reason says nothing")
	}
}

func TestJSON(t *testing.T) {
	type record struct {
		Applied period.Date
		Member  period.Membership
		Found   period.Instant
	}
	m, err := period.JISA2024(period.Readings{}).Join(date("2024-09-10"))
	if err != nil {
		t.Fatal(err)
	}
	in := record{date("2024-09-10"), m, period.MustParseInstant("2024-12-24 09:30")}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"Applied":"2024-09-10","Member":{"period":"2024-10-01 00:00 - 2025-07-01 16:00",` +
		`"entry":"mid-term","clause":"PER-03","months":9,"days":273,"yearDays":365},"Found":"2024-12-24 09:30"}`
	if string(b) != want {
		t.Errorf("got %s\nwant %s", b, want)
	}
	var out record
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("read back as %v, %v", out, err)
	}
	// A refused text leaves the value alone, an empty one makes it none.
	for _, bad := range []string{`"2024-02-30"`, `"x"`, `12`} {
		if err := json.Unmarshal([]byte(bad), &out.Applied); err == nil || out.Applied != in.Applied {
			t.Errorf("%s: %v, %v", bad, out.Applied, err)
		}
	}
	if err := json.Unmarshal([]byte(`{"Applied":"","Member":{"Period":"","Entry":""},"Found":""}`), &out); err != nil ||
		!out.Applied.IsZero() || !out.Found.IsZero() || !out.Member.Period.IsZero() || out.Member.Entry != 0 {
		t.Errorf("%v, %v", out, err)
	}
	if err := out.Member.Entry.UnmarshalText([]byte("sideways")); !errors.Is(err, period.ErrSyntax) {
		t.Error(err)
	}
}

func TestInstantOf(t *testing.T) {
	at := func(s string) time.Time {
		at, err := time.Parse(time.RFC3339Nano, s)
		if err != nil {
			t.Fatal(err)
		}
		return at
	}
	for in, want := range map[string]string{
		"2026-09-30T15:00:00Z":           "2026-10-01 00:00",
		"2026-09-30T14:59:59.999999999Z": "2026-09-30 23:59:59",
		"2024-07-01T15:59:59.9+09:00":    "2024-07-01 15:59:59",
		"2024-06-30T23:00:00-08:00":      "2024-07-01 16:00",
		"0000-12-31T15:00:00Z":           "0001-01-01 00:00",
		"9999-12-31T14:59:59Z":           "9999-12-31 23:59:59",
	} {
		i, err := period.InstantOf(at(in))
		if err != nil || i.String() != want {
			t.Errorf("%s: got %v, %v; want %s", in, i, err, want)
		}
		if again, err := period.InstantOf(i.Time()); err != nil || again != i {
			t.Errorf("%v is read back as %v, %v", i, again, err)
		}
	}
	for _, bad := range []time.Time{
		at("0000-12-31T14:59:59Z"), at("9999-12-31T15:00:00Z"),
		time.Unix(math.MaxInt64, 0), time.Unix(math.MinInt64, 0),
	} {
		if i, err := period.InstantOf(bad); !errors.Is(err, period.ErrRange) {
			t.Errorf("%v: got %v, %v", bad, i, err)
		}
	}
}

func TestOrder(t *testing.T) {
	days := []period.Date{{}, date("0001-01-01"), date("2023-12-31"), date("2024-01-01"), date("2024-01-31"), date("2024-02-01"), date("9999-12-31")}
	if !slices.IsSortedFunc(days, period.Date.Compare) {
		t.Error("dates do not compare in the order of time")
	}
	for i, d := range days {
		for j, e := range days {
			want := 0
			if i < j {
				want = -1
			} else if i > j {
				want = 1
			}
			if got := d.Compare(e); got != want {
				t.Errorf("%v to %v: %d", d, e, got)
			}
			if got := d.Start().Compare(e.Start()); got != want {
				t.Errorf("start of %v to that of %v: %d", d, e, got)
			}
		}
	}
	p, q, r := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00"), period.MustParse("2024-07-01 16:00 - 2025-07-01 16:01"), period.MustParse("2024-07-01 16:01 - 2024-07-02 16:00")
	if p.Compare(p) != 0 || p.Compare(q) != -1 || q.Compare(r) != -1 || r.Compare(p) != 1 {
		t.Error("periods do not compare by start, then end")
	}
}

func TestErrorTexts(t *testing.T) {
	_, err := period.ParseDate(strings.Repeat("二", 100))
	if e, ok := errors.AsType[*period.Error](err); !ok || len(e.Error()) > 150 || e.Func != "ParseDate" {
		t.Errorf("%v", err)
	}
	for v, want := range map[string]string{
		period.Position(9).String():             "%!Position(9)",
		period.Entry(9).String():                "%!Entry(9)",
		period.Entry(9).Text(language.Japanese): "%!Entry(9)",
		period.Years(1).String():                "12 months",
		period.Days(180).String():               "180 days",
	} {
		if v != want {
			t.Errorf("got %s, want %s", v, want)
		}
	}
	for p := period.Unclear; p <= period.After; p++ {
		if ja, en := p.Text(language.Japanese), p.Text(language.English); ja == en || en != p.String() {
			t.Errorf("%v: %q, %q", p, ja, en)
		}
	}
	for e := period.InWindow; e <= period.LastDay; e++ {
		if ja, en := e.Text(language.Japanese), e.Text(language.English); ja == "" || en == "" || ja == en {
			t.Errorf("%v: %q, %q", e, ja, en)
		}
	}
	for _, bad := range [][2]int{{-1, 0}, {24, 0}, {0, -1}, {0, 60}} {
		if _, err := date("2024-07-01").Clock(bad[0], bad[1]); !errors.Is(err, period.ErrRange) {
			t.Errorf("%v: %v", bad, err)
		}
	}
	for _, n := range []int{math.MaxInt, math.MinInt, 4_000_000, -4_000_000} {
		if _, err := date("2024-07-01").AddDays(n); !errors.Is(err, period.ErrRange) {
			t.Errorf("%d: %v", n, err)
		}
	}
	for _, s := range []period.Span{period.Days(math.MaxInt), period.Months(math.MaxInt), period.Years(math.MinInt), period.Years(math.MaxInt/12 + 2), period.Days(-1), {}} {
		if _, err := period.Expiry(date("2024-07-01"), s); !errors.Is(err, period.ErrRange) {
			t.Errorf("%v: %v", s, err)
		}
	}
}

func TestMustPanics(t *testing.T) {
	for name, must := range map[string]func(){
		"date":    func() { period.MustParseDate("x") },
		"instant": func() { period.MustParseInstant("x") },
		"period":  func() { period.MustParse("x") },
	} {
		t.Run(name, func(t *testing.T) {
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			must()
		})
	}
}
