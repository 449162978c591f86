// SPDX-License-Identifier: MIT
// Copyright (c) 2026 The baiseki authors

package main

func Example() {
	main()
	// Output:
	// 2024-10-01 00:00 - 2025-07-01 16:00 94万6,500円
	// PRM-01 indicative annual premium, sales ¥500,000,000 109万円
	// PRM-12 interpolated: ¥200,000,000 x ¥430,000 / ¥500,000,000 126万2,000円
	// PRM-12 rounded half up to ¥10 126万2,000円
	// PRM-14 monthly pro-rata 9/12 94万6,500円
	// PRM-14 rounded half up to ¥10 94万6,500円
}
