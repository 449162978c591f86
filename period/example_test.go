// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"encoding/json"
	"errors"
	"fmt"
	"log"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/fault"
	"github.com/baiseki/baiseki/period"
)

// calendar is the scheme year of an association: members join in a window, and
// later from the first of a month if they apply by the 20th of the month before.
func calendar() period.Calendar {
	return period.Calendar{
		Base:   period.MustParse("2026-04-01 16:00 - 2027-04-01 16:00"),
		Opens:  period.MustParseDate("2026-02-01"),
		Closes: period.MustParseDate("2026-03-20"),
		Starts: []period.Start{{Day: 1, Until: 20, Before: 1}},
		Last:   period.MustParseDate("2027-03-01"),
	}
}

// A calendar is data: it is stored as JSON and read back.
func ExampleCalendar() {
	b, err := json.Marshal(calendar().Starts)
	fmt.Println(string(b), err)
	// Output:
	// [{"day":1,"hour":0,"until":20,"before":1}] <nil>
}

func ExampleNewSchedule() {
	schedule, err := period.NewSchedule(calendar())
	if err != nil {
		log.Fatal(err)
	}
	m, err := schedule.Join(period.MustParseDate("2026-09-10"))
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(m, m.Entry)
	fmt.Println(m.Months, "months,", m.Days, "of", m.YearDays, "days")
	// Output:
	// 2026-10-01 00:00 - 2027-04-01 16:00 mid-term
	// 6 months, 182 of 365 days
}

// A calendar is checked as a whole: here its dates are those of the year before.
func ExampleNewSchedule_faults() {
	c := calendar()
	c.Base = period.MustParse("2027-04-01 16:00 - 2028-04-01 16:00")
	_, err := period.NewSchedule(c)
	fmt.Println(err)
	// Output:
	// period.NewSchedule: opens: "2026-02-01": out of range (within a year before 2027-04-01)
	// period.NewSchedule: last: "2027-03-01": out of range (2027-04-01 - 2028-04-01)
}

// The whole year on one page.
func ExampleSchedule_Offers() {
	c := calendar()
	c.Base, c.Last = period.MustParse("2026-04-01 16:00 - 2026-07-01 16:00"), period.MustParseDate("2026-06-01")
	schedule, _ := period.NewSchedule(c)
	for until, member := range schedule.Offers() {
		fmt.Println("apply by", until, "for cover from", member.Period.Start())
	}
	// Output:
	// apply by 2026-03-20 for cover from 2026-04-01 16:00
	// apply by 2026-04-20 for cover from 2026-05-01 00:00
	// apply by 2026-05-20 for cover from 2026-06-01 00:00
}

// A refusal carries the date to tell the applicant.
func ExampleSchedule_Join() {
	schedule, _ := period.NewSchedule(calendar())
	_, err := schedule.Join(period.MustParseDate("2026-01-15"))
	if f, ok := errors.AsType[*fault.Error](err); ok {
		fmt.Println(errors.Is(f, fault.ErrNotOpen), f.Reason.Code(), f.Want)
		fmt.Println(f.Text(language.Japanese))
		fmt.Println(f.Text(language.English))
	}
	// Output:
	// true not-open 2026-02-01
	// 受付期間外です（募集開始前）。2026年2月1日からお申し込みいただけます。
	// Enrolment is not open yet. It opens on 1 February 2026.
}

// A member wants cover from a later day than the next start.
func ExampleSchedule_JoinOn() {
	schedule, _ := period.NewSchedule(calendar())
	applied := period.MustParseDate("2026-09-10")
	for _, wanted := range []string{"2026-12-01", "2026-12-15", "2026-09-01"} {
		m, err := schedule.JoinOn(applied, period.MustParseDate(wanted))
		fmt.Println(m, err)
		for _, f := range fault.All(err) {
			fmt.Println(f.Text(language.English))
		}
	}
	// Output:
	// 2026-12-01 00:00 - 2027-04-01 16:00 <nil>
	//  period.JoinOn: wanted: "2026-12-15": out of range (2027-01-01)
	// No cover starts on that day. The next start is 1 January 2027.
	//  period.JoinOn: applied: "2026-09-10": too late to join this scheme year (2026-08-20)
	// The last day to apply for cover from that day was 20 August 2026. You can apply for cover from 1 October 2026.
}

// Members join on the 1st and the 16th, five days after they apply, each for a year of
// their own. There is no window.
func ExampleStart() {
	schedule, err := period.NewSchedule(period.Calendar{
		Base:      period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00"),
		OwnMonths: 12,
		Starts:    []period.Start{{Day: 1, Lead: 5}, {Day: 16, Lead: 5}},
		Last:      period.MustParseDate("2027-03-16"),
	})
	if err != nil {
		log.Fatal(err)
	}
	for _, applied := range []string{"2026-05-11", "2026-05-12"} {
		m, err := schedule.Join(period.MustParseDate(applied))
		fmt.Println(m, m.Months, err)
	}
	// Output:
	// 2026-05-16 00:00 - 2027-05-16 00:00 12 <nil>
	// 2026-06-01 00:00 - 2027-06-01 00:00 12 <nil>
}

// A cut-off is moved before a holiday, and one start is not offered.
func ExampleException() {
	c := calendar()
	c.Except = []period.Exception{
		{Start: period.MustParseDate("2026-09-01")},
		{Start: period.MustParseDate("2027-01-01"), Until: period.MustParseDate("2026-12-18")},
	}
	schedule, _ := period.NewSchedule(c)
	for _, applied := range []string{"2026-08-20", "2026-12-18", "2026-12-19"} {
		fmt.Println(schedule.Join(period.MustParseDate(applied)))
	}
	// Output:
	// 2026-10-01 00:00 - 2027-04-01 16:00 <nil>
	// 2027-01-01 00:00 - 2027-04-01 16:00 <nil>
	// 2027-02-01 00:00 - 2027-04-01 16:00 <nil>
}

// The last day of application for cover on a wanted day.
func ExampleSchedule_ApplyBy() {
	schedule, _ := period.NewSchedule(calendar())
	for _, wanted := range []string{"2026-04-01", "2026-11-20", "2027-05-01"} {
		fmt.Println(schedule.ApplyBy(period.MustParseDate(wanted)))
	}
	// Output:
	// 2026-03-20 <nil>
	// 2026-10-20 <nil>
	//  period.ApplyBy: wanted: "2027-05-01": the scheme year has ended (2027-04-01)
}

// A certificate states a period that no day of application leads to.
func ExampleSchedule_Grants() {
	schedule, _ := period.NewSchedule(calendar())
	for _, p := range []string{"2026-10-01 00:00 - 2027-04-01 16:00", "2026-10-15 00:00 - 2027-04-01 16:00"} {
		fmt.Println(p, schedule.Grants(period.MustParse(p)))
	}
	// Output:
	// 2026-10-01 00:00 - 2027-04-01 16:00 true
	// 2026-10-15 00:00 - 2027-04-01 16:00 false
}

// An application after the window can still be in time for a start before the
// base period. The calendar says what becomes of it.
func ExampleCalendar_gap() {
	c := calendar()
	c.Closes = period.MustParseDate("2026-03-10")
	for _, c.GapWithBase = range []bool{false, true} {
		schedule, _ := period.NewSchedule(c)
		m, err := schedule.Join(period.MustParseDate("2026-03-15"))
		fmt.Println(m, m.Entry, err)
	}
	// Output:
	//   period.Join: applied: "2026-03-15": enrolment has closed (2026-03-21)
	// 2026-04-01 16:00 - 2027-04-01 16:00 after-window <nil>
}

func ExampleMembership() {
	var none period.Membership
	fmt.Printf("%q\n", none)
	schedule, _ := period.NewSchedule(calendar())
	m, _ := schedule.Join(period.MustParseDate("2026-03-03"))
	fmt.Println(m.Period.Text(language.English))
	// Output:
	// ""
	// 1 April 2026 16:00 to 1 April 2027 16:00
}

func ExampleEntry() {
	fmt.Println(period.MidTerm, period.MidTerm.Text(language.Japanese))
	// Output:
	// mid-term 中途加入
}

// A year from a discovery: by the Civil Code, and to the same time.
func ExampleExpiry() {
	year := period.Years(1)
	for _, from := range []string{"2024-08-10 10:00", "2024-08-10", "2024-02-29"} {
		found := period.MustParseMoment(from)
		day, _ := period.Expiry(found, year)
		same, _ := period.Expiry(found, year.ToMoment())
		fmt.Println(day, "/", same)
	}
	// Output:
	// 2025-08-11 00:00 / 2025-08-10 10:00
	// 2025-08-11 00:00 / 2025-08-10
	// 2025-03-01 00:00 / 2025-03-01 00:00
}

// An extended reporting period (延長報告期間) begins when the policy period ends, and ends at
// the same time of day: its span is one to the moment. A retroactive date (遡及日) is the
// start of a day.
func ExampleSpan_ToMoment() {
	policy := period.MustParse("2026-04-01 16:00 - 2027-04-01 16:00")
	for _, length := range []period.Span{period.Years(1), period.Days(60)} {
		end, err := period.Expiry(period.At(policy.End()), length.ToMoment())
		if err != nil {
			log.Fatal(err)
		}
		last, _ := end.Instant()
		extended, _ := period.New(policy.End(), last)
		fmt.Println(extended, period.On(period.MustParseDate("2027-04-01")).In(extended))
	}
	retroactive := period.At(period.MustParseDate("2020-04-01").Start())
	fmt.Println(period.MustParseMoment("2020-03-31").Before(retroactive), period.MustParseMoment("2020-04-01").Before(retroactive))
	// Output:
	// 2027-04-01 16:00 - 2028-04-01 16:00 unknown
	// 2027-04-01 16:00 - 2027-05-31 16:00 unknown
	// yes no
}

func ExampleSpan() {
	fmt.Println(period.Years(1) == period.Months(12), period.Years(1), period.Days(180))
	// Output:
	// true 12 months 180 days
}

func ExampleYears() {
	fmt.Println(period.Expiry(period.MustParseMoment("2024-12-31"), period.Years(1)))
	// Output:
	// 2026-01-01 00:00 <nil>
}

func ExampleMonths() {
	fmt.Println(period.Expiry(period.MustParseMoment("2025-01-30"), period.Months(1)))
	// Output:
	// 2025-03-01 00:00 <nil>
}

func ExampleDays() {
	fmt.Println(period.Expiry(period.MustParseMoment("2024-12-31"), period.Days(1)))
	// Output:
	// 2025-01-02 00:00 <nil>
}

func ExampleParseSpan() {
	fmt.Println(period.ParseSpan("180 days"))
	_, err := period.ParseSpan("a year")
	fmt.Println(err)
	// Output:
	// 180 days <nil>
	// period.ParseSpan: "a year": invalid syntax (such as 12 months or 180 days)
}

// The last day of an end that people read.
func ExampleInstant_LastWholeDay() {
	end := period.MustParseInstant("2026-01-16 00:00")
	fmt.Println(end.LastWholeDay().Text(language.Japanese) + "まで（当日を含む）")
	// Output:
	// 2026年1月15日まで（当日を含む）
}

func ExampleDate() {
	d := period.MustParseDate("2024-07-01")
	fmt.Println(d, d.Text(language.Japanese), d.Text(language.English))
	fmt.Println(d.AddDays(365))
	fmt.Println(period.Date{}.IsZero())
	// Output:
	// 2024-07-01 2024年7月1日 1 July 2024
	// 2025-07-01 <nil>
	// true
}

func ExampleDate_DaysTo() {
	start, end := period.MustParseDate("2024-07-01"), period.MustParseDate("2025-07-01")
	fmt.Println(start.DaysTo(end), end.DaysTo(start), start.DaysTo(start), start.DaysTo(period.Date{}))
	first, last := period.MustParseDate("0001-01-01"), period.MustParseDate("9999-12-31")
	back, err := first.AddDays(first.DaysTo(last))
	fmt.Println(back, err)
	// Output:
	// 365 -365 0 0
	// 9999-12-31 <nil>
}

func ExampleNewDate() {
	_, err := period.NewDate(2025, time.February, 29)
	fmt.Println(err)
	// Output:
	// period.NewDate: "2025-2-29": no such date or time
}

func ExampleParseDate() {
	for _, s := range []string{"2024-09-10", "2024/9/10", "令和6年9月10日", "R6.9.10", "１０ Sep ２０２４"} {
		d, err := period.ParseDate(s)
		fmt.Println(d, err)
	}
	_, err := period.ParseDate("9/10/2024")
	fmt.Println(err)
	for _, f := range fault.All(err) {
		fmt.Println(f.Text(language.Japanese))
		fmt.Println(f.Text(language.English))
	}
	// Output:
	// 2024-09-10 <nil>
	// 2024-09-10 <nil>
	// 2024-09-10 <nil>
	// 2024-09-10 <nil>
	// 2024-09-10 <nil>
	// period.ParseDate: "9/10/2024": invalid syntax (2024/7/1, 令和6年7月1日)
	// 年は4桁の西暦か元号付きで、先頭に書いてください（例：2024/7/1、令和6年7月1日）。
	// Write the year first, with four digits or with its era. Write, for example, 2024/7/1 or 令和6年7月1日.
}

// Times of different zones give the same Instant.
func ExampleInstantOf() {
	utc, _ := period.InstantOf(time.Date(2024, time.July, 1, 7, 0, 0, 0, time.UTC))
	fmt.Println(utc, utc == period.MustParseInstant("2024-07-01 16:00"))
	// Output:
	// 2024-07-01 16:00 true
}

func ExampleInstant() {
	i := period.MustParseInstant("2024-07-01 16:00")
	fmt.Println(i, i.Date(), i.Time().Format(time.RFC3339))
	// Output:
	// 2024-07-01 16:00 2024-07-01 2024-07-01T16:00:00+09:00
}

func ExampleInstant_Text() {
	for _, at := range []string{"2024-07-01 16:00", "2024-10-01 00:00", "2025-03-10 12:30"} {
		i := period.MustParseInstant(at)
		fmt.Println(i.Text(language.Japanese), "/", i.Text(language.English))
	}
	// Output:
	// 2024年7月1日 午後4時 / 1 July 2024 16:00
	// 2024年10月1日 午前0時 / 1 October 2024 00:00
	// 2025年3月10日 午後0時30分 / 10 March 2025 12:30
}

// An end does not belong to the period, so an end at 00:00 is that of the day
// before.
func ExampleInstant_EndText() {
	for _, end := range []string{"2024-09-02 00:00", "2025-07-01 16:00"} {
		i := period.MustParseInstant(end)
		fmt.Println(i.EndText(language.Japanese)+"まで", "/ until", i.EndText(language.English))
	}
	// Output:
	// 2024年9月1日24時まで / until the end of 1 September 2024
	// 2025年7月1日午後4時まで / until 1 July 2025 16:00
}

func ExampleParseInstant() {
	fmt.Println(period.ParseInstant("2024-07-01 15:59:59"))
	fmt.Println(period.ParseInstant("2024年7月1日 午後3時59分"))
	_, err := period.ParseInstant("2024-07-01 24:00")
	fmt.Println(err)
	// Output:
	// 2024-07-01 15:59:59 <nil>
	// 2024-07-01 15:59 <nil>
	// period.ParseInstant: "2024-07-01 24:00": no such date or time (2024-07-02 00:00)
}

func ExampleNew() {
	start, end := period.MustParseDate("2024-10-01").Start(), period.MustParseInstant("2025-07-01 16:00")
	fmt.Println(period.New(start, end))
	_, err := period.New(end, start)
	fmt.Println(errors.Is(err, fault.ErrOrder))
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 <nil>
	// true
}

func ExampleParse() {
	p, err := period.Parse("2024-07-01 16:00 - 2025-07-01 16:00")
	fmt.Println(p.Start(), p.End(), err)
	// Output:
	// 2024-07-01 16:00 2025-07-01 16:00 <nil>
}

func ExamplePeriod_Text() {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	fmt.Println(p.Text(language.Japanese))
	fmt.Println(p.Text(language.English))
	// Output:
	// 2024年7月1日午後4時から2025年7月1日午後4時まで
	// 1 July 2024 16:00 to 1 July 2025 16:00
}

// A period contains its start and does not contain its end.
func ExamplePeriod() {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	for _, at := range []string{"2024-07-01 15:59", "2024-07-01 16:00", "2025-07-01 15:59", "2025-07-01 16:00"} {
		fmt.Println(at, p.Contains(period.MustParseInstant(at)))
	}
	// Output:
	// 2024-07-01 15:59 false
	// 2024-07-01 16:00 true
	// 2025-07-01 15:59 true
	// 2025-07-01 16:00 false
}
