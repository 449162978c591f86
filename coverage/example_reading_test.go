// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package coverage_test

import (
	"errors"
	"fmt"

	"golang.org/x/text/language"

	"github.com/baiseki/baiseki/coverage"
	"github.com/baiseki/baiseki/fault"
)

// A scheme chooses a reading where its source is open.
func ExampleOpenPoints() {
	points := coverage.OpenPoints{{
		ID: "R1", JA: "待機期間", EN: "waiting period",
		Choices: []coverage.Choice{
			{Code: "cut", JA: "待機期間の損害を差し引く", EN: "loss in it is not paid"},
			{Code: "hurdle", JA: "待機期間を超えれば全額", EN: "if it is over, all loss is paid"},
		},
	}}
	chosen, err := points.Choose("R1=hurdle")
	fmt.Println(chosen[0].Text(language.English), err)
	fmt.Println(chosen.Readings(), chosen.Has("R1=hurdle"), points.Has("R1=cut"))
	_, err = points.Choose("R1=half")
	fmt.Println(err, errors.Is(err, fault.ErrUnknown))
	// Output:
	// R1 waiting period: if it is over, all loss is paid <nil>
	// [R1=hurdle] true true
	// coverage.Choose: readings[0]: "R1=half": unknown name true
}
