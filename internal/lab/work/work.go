// Package work counts what a run of the library does, so that tests can tell
// linear from worse without a clock: the same text always costs the same.
//
// Nothing in the library calls it. [Overlay] rewrites the library's sources for
// one build: each function and each turn of each loop then calls [Tick], and
// what the standard library reads at length (strings, slices, copy, append) is
// added up by the packages below counted. So a loop that somebody adds is
// counted without their doing anything, and a function of those packages that
// is not counted yet does not compile.
//
// Not seen are comparing, hashing and converting long strings; what is converted
// or joined shows in the bytes allocated.
package work

import (
	"math"
	"reflect"
)

var (
	count uint64
	next  uint64 = math.MaxUint64 // the count at which to call visit
	step  uint64
	visit func()
)

// Count is the work done so far by this process: calls of functions, turns of
// loops, and items or bytes that the standard library looked at. It is always
// zero in a build without the overlay, and means something only while one
// goroutine works.
func Count() uint64 { return count }

// Visit has f called whenever another every units of work are done, from now
// on. The work of f itself is not counted. Every 0 ends it.
func Visit(every uint64, f func()) {
	step, visit, next = every, f, math.MaxUint64
	if every > 0 {
		next = count + every
	}
}

// Tick counts one function called, or one turn of a loop.
func Tick() {
	count++
	if count >= next {
		call()
	}
}

// Add counts n items or bytes looked at.
func Add(n int) {
	count += uint64(n)
	if count >= next {
		call()
	}
}

func call() {
	at := count
	next = math.MaxUint64
	visit()
	count = at
	if step > 0 {
		next = at + step
	}
}

// Copied counts n copied items and returns n: it goes around a call of copy.
func Copied(n int) int {
	Add(n)
	return n
}

// Spread counts what is appended at once, a slice or string, and returns it.
func Spread[S any](s S) S {
	Len(s)
	return s
}

// Len counts the items of s, a slice, string or map.
func Len(s any) { Add(reflect.ValueOf(s).Len()) }
