// Package app holds the words a shop speaks about its customers: who they are,
// what they bought, what was said in a call, and the plan by which they are
// called. It knows neither a screen nor a file; packages below it do one job of
// the shop each, and declare the small interfaces they need.
package app
