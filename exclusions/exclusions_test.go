// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package exclusions_test

import (
	"testing"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/clause"
	"github.com/baiseki/baiseki/internal/hostile"
)

var japanese, english = language.Japanese, language.English

func TestMain(m *testing.M) { hostile.Main(m) }

func TestHostileDecimal(t *testing.T) { hostile.Rerun(t) }

// one returns a clause with the id.
func one(id string) clause.Clause {
	return clause.Clause{ID: clause.ID(id), JA: "条項", EN: "clause"}
}
