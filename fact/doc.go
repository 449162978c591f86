// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package fact holds statements about a claim that may be unknown: [Truth] in
// three values, an [Answer] with where it came from, the [Vocabulary] that
// numbers facts, and a [Set] of answers. A missing answer is never read as no.
package fact
