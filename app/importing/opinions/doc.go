// Package opinions takes down what the rows of a table say that customers said.
package opinions
