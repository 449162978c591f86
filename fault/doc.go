// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package fault defines the errors of this module.
//
// An [Error] says which operation failed, which part of the input is at fault,
// and why. A program tests for a reason with [errors.Is] and shows the sentence
// of [Error.Text] beside the field that Path names. Each reason has a stable
// code and a sentence in Japanese and English.
//
// An error that refuses an application, or refers it to the agent, has the ID of the
// clause that applies and a sentence for the applicant.
package fault
