// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package period

import (
	"database/sql/driver"
	"time"

	"github.com/baiseki/baiseki/internal/strict"
)

// UnmarshalJSON sets c to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (c *Calendar) UnmarshalJSON(b []byte) error { return strict.Unmarshal("period.Calendar", b, c) }

// UnmarshalJSON sets m to a JSON form of it. It returns a [*fault.Error] with the path
// of the first member that is unknown, misspelt, repeated, null or not valid.
func (m *Membership) UnmarshalJSON(b []byte) error {
	return strict.Unmarshal("period.Membership", b, m)
}

// MarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]. Store [Schedule.Calendar].
func (Schedule) MarshalJSON() ([]byte, error) { return nil, strict.NoForm("period.Schedule") }

// UnmarshalJSON returns a [*fault.Error] with [fault.ErrMisplaced]; see [Schedule.MarshalJSON].
func (*Schedule) UnmarshalJSON([]byte) error { return strict.NoForm("period.Schedule") }

// Value returns the text of the value for a column, and NULL for the zero Date.
func (d Date) Value() (driver.Value, error) { return strict.Value(d) }

// Scan sets d to a text that [Date.Value] returns, to the day of a [time.Time] at 00:00,
// which drivers return for a column of days, or for NULL to the zero Date. It returns
// a [*fault.Error] for anything else.
func (d *Date) Scan(src any) error {
	if t, ok := src.(time.Time); ok && t.Format("15:04:05.999999999") == "00:00:00" {
		src = t.Format(time.DateOnly)
	}
	return strict.Scan("period.Date.Scan", src, d)
}

// Value returns the text of the value for a column, and NULL for the zero Instant. The
// column must be one of texts: from a column of times, a driver reads other times than
// those of Japan.
func (i Instant) Value() (driver.Value, error) { return strict.Value(i) }

// Scan sets i to a text that [Instant.Value] returns, or NULL. It returns a [*fault.Error] for
// anything else.
func (i *Instant) Scan(src any) error { return strict.Scan("period.Instant.Scan", src, i) }

// Value returns the text of the value for a column of texts, and NULL for the zero
// Moment.
func (m Moment) Value() (driver.Value, error) { return strict.Value(m) }

// Scan sets m to a text that [Moment.Value] returns, or NULL. It returns a [*fault.Error] for
// anything else.
func (m *Moment) Scan(src any) error { return strict.Scan("period.Moment.Scan", src, m) }

// Value returns the text of the value for a column, and NULL for the zero Period.
func (p Period) Value() (driver.Value, error) { return strict.Value(p) }

// Scan sets p to a text that [Period.Value] returns, or NULL. It returns a [*fault.Error] for
// anything else.
func (p *Period) Scan(src any) error { return strict.Scan("period.Period.Scan", src, p) }

// Value returns the text of the value for a column, and NULL for the zero Span.
func (s Span) Value() (driver.Value, error) { return strict.Value(s) }

// Scan sets s to a text that [Span.Value] returns, or NULL. It returns a [*fault.Error] for
// anything else.
func (s *Span) Scan(src any) error { return strict.Scan("period.Span.Scan", src, s) }
