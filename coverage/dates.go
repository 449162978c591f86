// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage

import (
	"github.com/baiseki/baiseki/exclusions"
	"github.com/baiseki/baiseki/limits"
)

// date fills in the dates that follow from the series, and from each other.
func (a *Assessment) date() error {
	d, rules := &a.claim.Dates, &a.policy.scheme.rules
	for _, later := range []Moment{d.Made, d.First, d.Discovered} {
		if later.Before(d.Cause) == exclusions.Yes {
			return refuse("dates.cause", d.Cause.String(), ErrDate)
		}
	}
	a.series = a.before.find(a.claim.Series)
	if rules.Related == limits.EachClaim {
		a.series = matter{}
		d.First = d.Made
	}
	if a.had = a.series.losses; a.claim.LateNotice > 0 {
		a.had = a.had.Reduce(a.claim.LateNotice)
	}
	if d.First.IsZero() {
		d.First = earlier(d.Made, a.series.made)
	}
	for _, later := range []Moment{d.Made, a.series.made} {
		if later.Before(d.First) == exclusions.Yes {
			return refuse("dates.first", d.First.String(), ErrDate)
		}
	}
	discovered := earlier(d.Discovered, a.series.discovered)
	if rules.Incidents == OneIncident {
		discovered = earlier(discovered, d.Reputational)
		d.Reputational = discovered
	}
	d.Discovered = discovered
	a.series.made, a.series.discovered = d.First, discovered
	return nil
}

// earlier returns the earlier of two moments, and the one that is known. On one
// day of which an hour is missing, that is the day without an hour.
func earlier(m, n Moment) Moment {
	switch {
	case m.IsZero() || m.Before(n) == exclusions.No:
		return n
	case n.IsZero() || m.Before(n) == exclusions.Yes || n.Before(m) == exclusions.No:
		return m
	}
	return On(m.day)
}
