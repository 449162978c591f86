// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package jisa2024_test

import (
	"testing"

	"github.com/baiseki/baiseki/internal/hostile"
)

func TestMain(m *testing.M) { hostile.Main(m) }

func TestHostileDecimalVariables(t *testing.T) { hostile.Rerun(t) }
