// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

// Package browser drives examples/desk in a browser, as people with a keyboard, on a phone
// and in either language use it. It is a module of its own, so that importers of the library
// do not have the driver of the browser.
package browser
