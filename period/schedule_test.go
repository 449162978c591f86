// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// told returns a membership in a line, or the code and the date of a refusal.
func told(m period.Membership, err error) string {
	if f, ok := errors.AsType[*fault.Error](err); ok && f.JA != "" {
		return fmt.Sprintf("%s %s %s", f.Reason.Code(), f.Want, f.Clause)
	}
	if err != nil {
		return err.Error()
	}
	return fmt.Sprintf("%v %v %s %d/%d/%d", m.Period.Start(), m.Entry, m.Clause, m.Months, m.Days, m.YearDays)
}

func TestJoin(t *testing.T) {
	base := schedule(t, association())
	refused := association()
	refused.GapWithBase = false
	to := association()
	to.Last = date("2027-04-01")
	alone := association()
	alone.Starts, alone.Last, alone.GapWithBase = nil, period.Date{}, false
	midnight := association() // a start together with the base period is of the gap
	midnight.Base, midnight.Last = period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00"), date("2027-03-16")
	for _, c := range []struct {
		s             period.Schedule
		applied, want string
	}{
		{base, "2026-01-31", "not-open 2026-02-01 W"},
		{base, "2026-02-01", "2026-04-01 16:00 in-window B 12/365/365"},
		{base, "2026-03-10", "2026-04-01 16:00 in-window B 12/365/365"},
		{base, "2026-03-11", "2026-04-01 16:00 after-window W 12/365/365"},
		{base, "2026-03-20", "2026-04-01 16:00 after-window W 12/365/365"},
		{base, "2026-03-21", "2026-04-16 00:00 mid-term M 12/350/365"},
		{base, "2026-04-05", "2026-04-16 00:00 mid-term M 12/350/365"},
		{base, "2026-04-06", "2026-05-01 00:00 mid-term M 11/335/365"},
		{base, "2026-12-31", "2027-01-16 00:00 mid-term M 3/75/365"},
		{base, "2027-03-05", "2027-03-16 00:00 mid-term M 1/16/365"},
		{base, "2027-03-06", "too-late 2027-03-05 M"},
		{base, "2027-03-31", "too-late 2027-03-05 M"},
		{base, "2027-04-01", "ended 2027-04-01 B"},
		{base, "9999-12-31", "ended 2027-04-01 B"},
		{schedule(t, refused), "2026-03-10", "2026-04-01 16:00 in-window B 12/365/365"},
		{schedule(t, refused), "2026-03-11", "closed 2026-03-21 W"},
		{schedule(t, refused), "2026-03-20", "closed 2026-03-21 W"},
		{schedule(t, refused), "2026-03-21", "2026-04-16 00:00 mid-term M 12/350/365"},
		{schedule(t, to), "2027-03-06", "2027-04-01 00:00 last-day M 1/1/365"},
		{schedule(t, to), "2027-03-20", "2027-04-01 00:00 last-day M 1/1/365"},
		{schedule(t, to), "2027-03-21", "too-late 2027-03-20 M"},
		{schedule(t, alone), "2026-03-10", "2026-04-01 16:00 in-window B 12/365/365"},
		{schedule(t, alone), "2026-03-11", "too-late 2026-03-10 W"},
		{schedule(t, alone), "2027-03-31", "too-late 2026-03-10 W"},
		{schedule(t, midnight), "2026-03-20", "2026-04-01 00:00 after-window W 12/365/365"},
		{schedule(t, midnight), "2026-03-21", "2026-04-16 00:00 mid-term M 12/350/365"},
		{schedule(t, midnight), "2027-03-30", "too-late 2027-03-05 M"},
		{schedule(t, midnight), "2027-03-31", "ended 2027-03-31 B"},
	} {
		if got := told(c.s.Join(date(c.applied))); got != c.want {
			t.Errorf("%s: got %s, want %s", c.applied, got, c.want)
		}
	}
}

func TestApplyBy(t *testing.T) {
	s := schedule(t, association())
	for wanted, want := range map[string]string{
		"2026-03-31": "not-started 2026-04-01 B", "2026-04-01": "2026-03-10", "2026-04-15": "2026-03-10",
		"2026-04-16": "2026-04-05", "2026-04-30": "2026-04-05", "2026-05-01": "2026-04-20",
		"2027-04-01": "2027-03-05", "2027-04-02": "ended 2027-04-01 B",
	} {
		by, err := s.ApplyBy(date(wanted))
		got := by.String()
		if err != nil {
			got = told(period.Membership{}, err)
		}
		if got != want {
			t.Errorf("%s: got %s, want %s", wanted, got, want)
		}
	}
}

func TestOffers(t *testing.T) {
	c := association()
	c.Starts, c.Last = c.Starts[:1], date("2026-06-01")
	c.Base = period.MustParse("2026-04-01 16:00 - 2026-06-15 16:00")
	got := ""
	for until, member := range schedule(t, c).Offers() {
		got += fmt.Sprintf("%v %s\n", until, told(member, nil))
	}
	if want := `2026-03-10 2026-04-01 16:00 in-window B 3/75/75
2026-03-20 2026-04-01 16:00 after-window W 3/75/75
2026-04-20 2026-05-01 00:00 mid-term M 2/45/75
2026-05-20 2026-06-01 00:00 mid-term M 1/14/75
`; got != want {
		t.Errorf("got\n%s", got)
	}
	c.Closes = date("2026-03-20") // which leaves no gap
	for until, member := range schedule(t, c).Offers() {
		if member.Entry == period.AfterWindow {
			t.Error(until, member)
		}
	}
	for until := range schedule(t, c).Offers() {
		if until != date("2026-03-20") {
			t.Error(until)
		}
		break
	}
}

func TestGrants(t *testing.T) {
	s := schedule(t, association())
	for p, want := range map[string]bool{
		"2026-04-01 16:00 - 2027-04-01 16:00": true, "2026-04-01 00:00 - 2027-04-01 16:00": false,
		"2026-04-16 00:00 - 2027-04-01 16:00": true, "2026-04-16 16:00 - 2027-04-01 16:00": false,
		"2026-04-15 00:00 - 2027-04-01 16:00": false, "2026-04-16 00:00 - 2027-04-01 15:59": false,
		"2027-04-01 00:00 - 2027-04-01 16:00": false,
	} {
		if got := s.Grants(period.MustParse(p)); got != want {
			t.Errorf("%s: %v", p, got)
		}
	}
	if s.Grants(period.Period{}) {
		t.Error("the zero period is granted")
	}
}

func TestZeroSchedule(t *testing.T) {
	var s period.Schedule
	day, none := date("2026-04-01"), period.Date{}
	for name, err := range map[string]error{
		"Join": second(s.Join(day)), "JoinOn": second(s.JoinOn(day, day)), "ApplyBy": second(s.ApplyBy(day)),
	} {
		if !errors.Is(err, fault.ErrScheme) {
			t.Errorf("%s: %v", name, err)
		}
	}
	for range s.Offers() {
		t.Error("the zero Schedule has an offer")
	}
	if s.Grants(association().Base) || len(s.Calendar().Clauses()) > 0 {
		t.Error("the zero Schedule has something")
	}
	s = schedule(t, association())
	for path, err := range map[string]error{
		"period.Join: applied: missing":   second(s.Join(none)),
		"period.ApplyBy: wanted: missing": second(s.ApplyBy(none)),
		"period.JoinOn: applied: missing": second(s.JoinOn(none, none)),
		"period.JoinOn: wanted: missing":  second(s.JoinOn(day, none)),
	} {
		if err == nil || err.Error() != path {
			t.Errorf("got %v, want %s", err, path)
		}
	}
}

func TestRefusalTexts(t *testing.T) {
	c := association()
	c.GapWithBase = false
	s := schedule(t, c)
	for applied, want := range map[string][4]string{
		"2026-01-31": {"not-open", "enrolment is not open yet (2026-02-01)",
			"受付期間外です（募集開始前）。2026年2月1日からお申し込みいただけます。",
			"Enrolment is not open yet. It opens on 1 February 2026."},
		"2026-03-11": {"closed", "enrolment has closed (2026-03-21)",
			"受付期間外です（募集期間終了）。2026年3月21日から、中途加入のお申し込みを受け付けます。",
			"The enrolment window has closed. You can apply to join mid-term from 21 March 2026."},
		"2027-03-06": {"too-late", "too late to join this scheme year (2027-03-05)",
			"受付期間外です。この保険年度の申込期限は2027年3月5日でした。次の保険年度にご加入いただけます。",
			"The last day to apply for this scheme year was 5 March 2027. You can join the next scheme year."},
		"2027-04-01": {"ended", "the scheme year has ended (2027-04-01)",
			"受付期間外です。この保険年度は2027年4月1日に終了します。次の保険年度にご加入いただけます。",
			"This scheme year ends on 1 April 2027. You can join the next scheme year."},
		"2027-04-02": {"ended", "the scheme year has ended (2027-04-01)",
			"受付期間外です。この保険年度は2027年4月1日に終了しました。次の保険年度にご加入いただけます。",
			"This scheme year ended on 1 April 2027. You can join the next scheme year."},
	} {
		checkRefusal(t, "applied", date(applied), second(s.Join(date(applied))), want)
	}
	for wanted, want := range map[string][4]string{
		"2026-05-01": {"too-late", "too late to join this scheme year (2026-04-20)",
			"ご希望の日に始まる補償の申込期限は2026年4月20日でした。2026年5月16日に始まる補償にお申し込みいただけます。",
			"The last day to apply for cover from that day was 20 April 2026. You can apply for cover from 16 May 2026."},
		"2026-05-02": {"range", "out of range (2026-05-16)",
			"ご希望の日に始まる補償はありません。次の補償開始日は2026年5月16日です。",
			"No cover starts on that day. The next start is 16 May 2026."},
		"2027-03-17": {"ended", "the scheme year has ended (2027-04-01)",
			"受付期間外です。この保険年度は2027年4月1日に終了します。次の保険年度にご加入いただけます。",
			"This scheme year ends on 1 April 2027. You can join the next scheme year."},
	} {
		path, day := "wanted", date(wanted)
		if want[0] == "too-late" {
			path, day = "applied", date("2026-05-05")
		}
		checkRefusal(t, path, day, second(s.JoinOn(date("2026-05-05"), date(wanted))), want)
	}
	checkRefusal(t, "wanted", date("2026-03-31"), second(s.ApplyBy(date("2026-03-31"))), [4]string{
		"not-started", "the scheme year has not started yet (2026-04-01)",
		"この保険年度の補償は2026年4月1日に始まります。", "Cover in this scheme year starts on 1 April 2026.",
	})
}

func checkRefusal(t *testing.T, path string, day period.Date, err error, want [4]string) {
	t.Helper()
	f, ok := errors.AsType[*fault.Error](err)
	if !ok {
		t.Fatal(err)
	}
	want[1] = f.Op + ": " + path + ": \"" + day.String() + "\": " + want[1]
	if got := [4]string{f.Reason.Code(), f.Error(), f.Text(language.Japanese), f.Text(language.English)}; got != want {
		t.Errorf("%v: got %q\nwant %q", day, got, want)
	}
	if f.Clause == "" || !errors.Is(err, f.Reason) {
		t.Errorf("%v: clause %q", day, f.Clause)
	}
}

func TestMembershipJSON(t *testing.T) {
	type record struct {
		Applied period.Date
		Member  period.Membership
		Found   period.Instant
	}
	m, err := schedule(t, association()).Join(date("2026-09-10"))
	if err != nil {
		t.Fatal(err)
	}
	in := record{date("2026-09-10"), m, period.MustParseInstant("2026-12-24 09:30")}
	b, err := json.Marshal(in)
	if err != nil {
		t.Fatal(err)
	}
	const want = `{"Applied":"2026-09-10","Member":{"period":"2026-10-01 00:00 - 2027-04-01 16:00",` +
		`"entry":"mid-term","clause":"M","months":6,"days":182,"yearDays":365},"Found":"2026-12-24 09:30"}`
	if string(b) != want {
		t.Errorf("got %s\nwant %s", b, want)
	}
	var out record
	if err := json.Unmarshal(b, &out); err != nil || out != in {
		t.Errorf("read back as %v, %v", out, err)
	}
	// A refused text leaves the value alone, an empty one makes it zero.
	for _, bad := range []string{`"2024-02-30"`, `"x"`, `12`} {
		if err := json.Unmarshal([]byte(bad), &out.Applied); err == nil || out.Applied != in.Applied {
			t.Errorf("%s: %v, %v", bad, out.Applied, err)
		}
	}
	if err := json.Unmarshal([]byte(`{"Applied":"","Member":{"period":"","entry":""},"Found":""}`), &out); err != nil ||
		!out.Applied.IsZero() || !out.Found.IsZero() || !out.Member.Period.IsZero() || out.Member.Entry != "" {
		t.Errorf("%v, %v", out, err)
	}
}
