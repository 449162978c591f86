// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period_test

import (
	"errors"
	"fmt"
	"time"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/period"
)

// A member applies in September and is covered from the first of October.
func ExampleYear_Join() {
	edition := period.JISA2024(period.Readings{})
	m, err := edition.Join(period.MustParseDate("2024-09-10"))
	if err != nil {
		fmt.Println(err)
		return
	}
	fmt.Println(m, m.Entry)
	fmt.Println(m.Months, "months,", m.Days, "of", m.YearDays, "days")
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 mid-term
	// 9 months, 273 of 365 days
}

// A refusal carries the date to tell the applicant.
func ExampleYear_Join_refused() {
	edition := period.JISA2024(period.Readings{})
	_, err := edition.Join(period.MustParseDate("2024-05-01"))
	if r, ok := errors.AsType[*period.Refusal](err); ok {
		fmt.Println(errors.Is(r, period.ErrNotOpen), r.Date)
		fmt.Println(r.Text(language.Japanese))
		fmt.Println(r.Text(language.English))
	}
	// Output:
	// true 2024-05-07
	// 受付期間外です（募集開始前）。2024年5月7日からお申し込みいただけます。
	// Enrolment is not open yet. It opens on 7 May 2024.
}

// A reading is chosen when the edition is made.
func ExampleJISA2024() {
	applied := period.MustParseDate("2024-06-15")
	_, err := period.JISA2024(period.Readings{AfterWindow: period.AfterWindowRefused}).Join(applied)
	fmt.Println(err)
	m, _ := period.JISA2024(period.Readings{}).Join(applied)
	fmt.Println(m.Entry.Text(language.English))
	// Output:
	// period: 2024-06-15: enrolment has closed: applications are accepted again from 2024-07-01
	// applied after the enrolment window; the agent must accept
}

func ExampleRefusal() {
	_, err := period.JISA2024(period.Readings{}).Join(period.MustParseDate("2025-07-15"))
	fmt.Println(errors.Is(err, period.ErrEnded))
	fmt.Println(err)
	// Output:
	// true
	// period: 2025-07-15: the scheme year has ended: last day 2025-07-01
}

// A certificate states a period that no day of application leads to.
func ExampleYear_Grants() {
	edition := period.JISA2024(period.Readings{})
	for _, p := range []string{
		"2024-07-01 16:00 - 2025-07-01 16:00",
		"2024-10-01 00:00 - 2025-07-01 16:00",
		"2024-10-15 00:00 - 2025-07-01 16:00",
	} {
		fmt.Println(p, edition.Grants(period.MustParse(p)))
	}
	// Output:
	// 2024-07-01 16:00 - 2025-07-01 16:00 true
	// 2024-10-01 00:00 - 2025-07-01 16:00 true
	// 2024-10-15 00:00 - 2025-07-01 16:00 false
}

// The last day of application for cover on a wanted day.
func ExampleYear_ApplyBy() {
	edition := period.JISA2024(period.Readings{})
	for _, wanted := range []string{"2024-07-01", "2024-11-20"} {
		fmt.Println(edition.ApplyBy(period.MustParseDate(wanted)))
	}
	// Output:
	// 2024-06-14 <nil>
	// 2024-10-31 <nil>
}

func ExampleYear_ResponsePeriod() {
	edition := period.JISA2024(period.Readings{})
	p, _ := edition.ResponsePeriod(period.MustParseInstant("2024-08-10 10:00"))
	fmt.Println(p)
	// Output:
	// 2024-08-10 10:00 - 2025-08-11 00:00
}

func ExampleYear_DeliveryEnd() {
	edition := period.JISA2024(period.Readings{})
	fmt.Println(edition.DeliveryEnd(period.MustParseDate("2025-01-31")))
	// Output:
	// 2025-03-01 00:00 <nil>
}

// Another scheme fills in its own values.
func ExampleYear() {
	scheme := period.Year{
		Base:   period.MustParse("2026-04-01 00:00 - 2027-04-01 00:00"),
		Opens:  period.MustParseDate("2026-02-01"),
		Closes: period.MustParseDate("2026-03-20"),
	}
	fmt.Println(scheme.Check())
	fmt.Println(scheme.Join(period.MustParseDate("2026-12-24")))
	// Output:
	// <nil>
	// 2027-01-01 00:00 - 2027-04-01 00:00 <nil>
}

func ExampleReadings() {
	edition := period.JISA2024(period.Readings{LastDay: period.LastDayCovered})
	m, _ := edition.Join(period.MustParseDate("2025-06-02"))
	fmt.Println(m, m.Months)
	// Output:
	// 2025-07-01 00:00 - 2025-07-01 16:00 1
}

func ExampleAfterWindowReading() {
	edition := period.JISA2024(period.Readings{AfterWindow: period.AfterWindowStartsWithBase})
	m, _ := edition.Join(period.MustParseDate("2024-06-15"))
	fmt.Println(m.Period.Start(), m.Entry)
	// Output:
	// 2024-07-01 16:00 after-window
}

func ExampleLastDayReading() {
	edition := period.JISA2024(period.Readings{LastDay: period.LastDayRefused})
	_, err := edition.Join(period.MustParseDate("2025-06-02"))
	fmt.Println(errors.Is(err, period.ErrTooLate))
	// Output:
	// true
}

func ExampleResponseReading() {
	edition := period.JISA2024(period.Readings{Response: period.ResponseToMoment})
	p, _ := edition.ResponsePeriod(period.MustParseInstant("2024-08-10 10:00"))
	fmt.Println(p.End())
	// Output:
	// 2025-08-10 10:00
}

func ExampleMembership() {
	var none period.Membership
	fmt.Printf("%q\n", none)
	m, _ := period.JISA2024(period.Readings{}).Join(period.MustParseDate("2024-06-03"))
	fmt.Println(m.Period.Text(language.English))
	// Output:
	// ""
	// 1 July 2024 16:00 to 1 July 2025 16:00
}

func ExampleEntry() {
	fmt.Println(period.MidTerm, period.MidTerm.Text(language.Japanese))
	// Output:
	// mid-term 中途加入
}

func ExampleExpiry() {
	year := period.Years(1)
	for _, from := range []string{"2024-08-10", "2023-02-28", "2024-02-29"} {
		fmt.Println(period.Expiry(period.MustParseDate(from), year))
	}
	// Output:
	// 2025-08-11 00:00 <nil>
	// 2024-03-01 00:00 <nil>
	// 2025-03-01 00:00 <nil>
}

func ExampleSpan() {
	fmt.Println(period.Years(1) == period.Months(12), period.Days(180))
	// Output:
	// true 180 days
}

func ExampleYears() {
	fmt.Println(period.Expiry(period.MustParseDate("2024-12-31"), period.Years(1)))
	// Output:
	// 2026-01-01 00:00 <nil>
}

func ExampleMonths() {
	fmt.Println(period.Expiry(period.MustParseDate("2025-01-30"), period.Months(1)))
	// Output:
	// 2025-03-01 00:00 <nil>
}

func ExampleDays() {
	fmt.Println(period.Expiry(period.MustParseDate("2024-12-31"), period.Days(1)))
	// Output:
	// 2025-01-02 00:00 <nil>
}

func ExampleDate() {
	d := period.MustParseDate("2024-07-01")
	fmt.Println(d, d.Text(language.Japanese), d.Text(language.English))
	fmt.Println(d.DaysUntil(period.MustParseDate("2025-07-01")))
	fmt.Println(period.Date{}.IsZero())
	// Output:
	// 2024-07-01 2024年7月1日 1 July 2024
	// 365
	// true
}

func ExampleNewDate() {
	_, err := period.NewDate(2025, time.February, 29)
	fmt.Println(err)
	// Output:
	// period.NewDate: "2025-2-29": no such date or time
}

func ExampleParseDate() {
	d, err := period.ParseDate("2024-02-29")
	fmt.Println(d, err)
	_, err = period.ParseDate("2024-2-29")
	fmt.Println(errors.Is(err, period.ErrSyntax))
	// Output:
	// 2024-02-29 <nil>
	// true
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

func ExampleInstant_LastWholeDay() {
	p, _ := period.JISA2024(period.Readings{}).ResponsePeriod(period.MustParseInstant("2025-01-15 10:00"))
	last := p.End().LastWholeDay()
	fmt.Println(last.Text(language.Japanese) + "まで（当日を含む）")
	// Output:
	// 2026年1月15日まで（当日を含む）
}

func ExampleParseInstant() {
	fmt.Println(period.ParseInstant("2024-07-01 15:59:59"))
	_, err := period.ParseInstant("2024-07-01 24:00")
	fmt.Println(err)
	// Output:
	// 2024-07-01 15:59:59 <nil>
	// period.ParseInstant: "2024-07-01 24:00": no such date or time
}

func ExampleNew() {
	start := period.MustParseDate("2024-10-01").Start()
	end, _ := period.MustParseDate("2025-07-01").Clock(16, 0)
	fmt.Println(period.New(start, end))
	_, err := period.New(end, start)
	fmt.Println(errors.Is(err, period.ErrOrder))
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

func ExampleRefusal_Code() {
	_, err := period.JISA2024(period.Readings{}).Join(period.MustParseDate("2024-05-01"))
	if r, ok := errors.AsType[*period.Refusal](err); ok {
		fmt.Println(r.Code(), r.Clause, r.Date)
	}
	// Output:
	// not-open PER-02 2024-05-07
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

// Only the day of a claim is known: on a day that a boundary divides, the hour
// decides.
func ExamplePeriod_On() {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	for _, day := range []string{"2024-06-30", "2024-07-01", "2024-07-02"} {
		fmt.Println(day, p.On(period.MustParseDate(day)))
	}
	// Output:
	// 2024-06-30 before
	// 2024-07-01 unclear
	// 2024-07-02 inside
}

func ExamplePosition() {
	p := period.MustParse("2024-07-01 16:00 - 2025-07-01 16:00")
	fmt.Println(p.At(period.Instant{}), p.At(p.Start()), p.At(p.End()))
	// Output:
	// unclear inside after
}

func ExampleError() {
	_, err := period.Parse("2025-07-01 16:00 - 2024-07-01 16:00")
	if e, ok := errors.AsType[*period.Error](err); ok {
		fmt.Println(e.Func, e.Err)
	}
	// Output:
	// Parse end is not after start
}
