// The control plane of a cluster without nodes, for tests only: etcd, kube-apiserver and kube-controller-manager in one
// program, of which the first argument names the part to be and the others are that part's flags. It ends when its standard
// input does, so that nothing is left behind by whoever started it, however that ended.
package main

import (
	"fmt"
	"io"
	"os"

	"go.etcd.io/etcd/server/v3/etcdmain"
	"k8s.io/component-base/cli"
	_ "k8s.io/component-base/metrics/prometheus/clientgo"
	_ "k8s.io/component-base/metrics/prometheus/version"
	apiserver "k8s.io/kubernetes/cmd/kube-apiserver/app"
	manager "k8s.io/kubernetes/cmd/kube-controller-manager/app"
)

func main() {
	if len(os.Args) < 2 {
		os.Exit(unknown("none"))
	}
	go endWithInput()
	part := os.Args[1]
	// Each part reads its flags from os.Args, behind its own name.
	os.Args = os.Args[1:]
	switch part {
	case "etcd":
		etcdmain.Main(os.Args)
	case "kube-apiserver":
		os.Exit(cli.Run(apiserver.NewAPIServerCommand()))
	case "kube-controller-manager":
		os.Exit(cli.Run(manager.NewControllerManagerCommand()))
	default:
		os.Exit(unknown(part))
	}
}

func unknown(part string) int {
	fmt.Fprintf(os.Stderr, "no part of the control plane: %s (etcd, kube-apiserver and kube-controller-manager are)\n", part)
	return 2
}

func endWithInput() {
	// What is written there, and how reading it ends, does not matter.
	_, _ = io.Copy(io.Discard, os.Stdin)
	os.Exit(0)
}
