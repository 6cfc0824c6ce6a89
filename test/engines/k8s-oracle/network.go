package main

import (
	"fmt"
	"maps"
	"slices"

	"github.com/mattfenwick/cyclonus/pkg/matcher"
	corev1 "k8s.io/api/core/v1"
	networkingv1 "k8s.io/api/networking/v1"
	metav1 "k8s.io/apimachinery/pkg/apis/meta/v1"
	"k8s.io/apimachinery/pkg/labels"
	"k8s.io/apimachinery/pkg/util/intstr"
	"k8s.io/kubernetes/pkg/apis/networking"
	networkingdefaults "k8s.io/kubernetes/pkg/apis/networking/v1"
	networkingvalidation "k8s.io/kubernetes/pkg/apis/networking/validation"
)

type networkQuestion struct {
	Policies   []*networkingv1.NetworkPolicy `json:"policies"`
	Namespaces []*corev1.Namespace           `json:"namespaces"`
	Pods       []*corev1.Pod                 `json:"pods"`
	// Addresses that any pod may have: which one it has nobody knows.
	PodAddresses []string     `json:"podAddresses"`
	Connections  []connection `json:"connections"`
}

// connection is asked about at one of its ends: a pod.
type connection struct {
	IsIngress bool `json:"isIngress"`
	Pod       int  `json:"pod"`
	// The other end: a pod, or an address outside the pods' network.
	PeerPod  *int            `json:"peerPod"`
	Address  string          `json:"address"`
	Protocol corev1.Protocol `json:"protocol"`
	Port     int             `json:"port"`
}

// reachable says of each connection in which cases it is let through: in all of them, in none, or in some. Cases are the
// addresses that a pod at the other end may have, with blocks that do not take pods at all as one more, and the names that
// the port may have there. The API server's defaults and validation come first, LabelSelectors are apimachinery's, and
// Cyclonus decides about the rest.
func reachable(asked networkQuestion) ([]string, error) {
	for _, policy := range asked.Policies {
		if err := acceptNetworkPolicy(policy); err != nil {
			return nil, err
		}
	}
	names := append(portNames(asked.Policies), "")
	world, err := resolveSelectors(asked)
	if err != nil {
		return nil, err
	}
	policies := matcher.BuildNetworkPolicies(false, asked.Policies)
	withoutBlocks := matcher.BuildNetworkPolicies(false, blockless(asked.Policies))
	answers := []string{}
	for _, c := range asked.Connections {
		outcomes := map[bool]bool{}
		namesAtPort := [][]string{}
		if c.IsIngress {
			namesAtPort = append(namesAtPort, append(namesOf(asked.Pods[c.Pod], c), ""))
		} else {
			for _, name := range names {
				namesAtPort = append(namesAtPort, []string{name})
			}
		}
		for _, alternatives := range namesAtPort {
			if c.PeerPod == nil {
				outcomes[anyAllowed(policies, world.traffic(c, c.Address), c, alternatives)] = true
				continue
			}
			for _, address := range asked.PodAddresses {
				outcomes[anyAllowed(policies, world.traffic(c, address), c, alternatives)] = true
			}
			outcomes[anyAllowed(withoutBlocks, world.traffic(c, asked.PodAddresses[0]), c, alternatives)] = true
		}
		answers = append(answers, inWords(outcomes))
	}
	return answers, nil
}

func inWords(outcomes map[bool]bool) string {
	if len(outcomes) > 1 {
		return "unknown"
	}
	if outcomes[true] {
		return "yes"
	}
	return "no"
}

// anyAllowed asks about a port by each of its names: to a rule that names it, it has all of them.
func anyAllowed(policies *matcher.Policy, traffic matcher.Traffic, c connection, names []string) bool {
	return slices.ContainsFunc(names, func(name string) bool {
		traffic.ResolvedPortName = name
		return policies.IsIngressOrEgressAllowed(&traffic, c.IsIngress).IsAllowed()
	})
}

func acceptNetworkPolicy(policy *networkingv1.NetworkPolicy) error {
	networkingdefaults.SetObjectDefaults_NetworkPolicy(policy)
	var internal networking.NetworkPolicy
	if err := networkingdefaults.Convert_v1_NetworkPolicy_To_networking_NetworkPolicy(policy, &internal, nil); err != nil {
		return err
	}
	options := networkingvalidation.NetworkPolicyValidationOptions{}
	return refusal(networkingvalidation.ValidateNetworkPolicy(&internal, options))
}

func namesOf(pod *corev1.Pod, c connection) []string {
	names := []string{}
	for _, container := range pod.Spec.Containers {
		for _, port := range container.Ports {
			protocol := port.Protocol
			if protocol == "" {
				protocol = corev1.ProtocolTCP
			}
			if port.Name != "" && int(port.ContainerPort) == c.Port && protocol == c.Protocol {
				names = append(names, port.Name)
			}
		}
	}
	return names
}

func portNames(policies []*networkingv1.NetworkPolicy) []string {
	names := []string{}
	for _, policy := range policies {
		for _, rule := range policy.Spec.Egress {
			for _, port := range rule.Ports {
				if port.Port != nil && port.Port.Type == intstr.String {
					names = append(names, port.Port.StrVal)
				}
			}
		}
	}
	return names
}

// resolved holds the labels that resolveSelectors gives instead of the real ones.
type resolved struct {
	asked           networkQuestion
	podLabels       []map[string]string
	namespaceLabels map[string]map[string]string
}

func (w resolved) internal(pod int) *matcher.InternalPeer {
	namespace := w.asked.Pods[pod].Namespace
	return &matcher.InternalPeer{
		PodLabels: w.podLabels[pod], NamespaceLabels: w.namespaceLabels[namespace], Namespace: namespace,
	}
}

func (w resolved) traffic(c connection, address string) matcher.Traffic {
	self := &matcher.TrafficPeer{Internal: w.internal(c.Pod), IP: w.asked.PodAddresses[0]}
	peer := &matcher.TrafficPeer{IP: address}
	if c.PeerPod != nil {
		peer.Internal = w.internal(*c.PeerPod)
	}
	traffic := matcher.Traffic{Source: self, Destination: peer, ResolvedPort: c.Port, Protocol: c.Protocol}
	if c.IsIngress {
		traffic.Source, traffic.Destination = peer, self
	}
	return traffic
}

// resolveSelectors has apimachinery decide what each selector takes, and puts a label of its own in the selector's place:
// Cyclonus reads some conditions otherwise ("not in" of an absent label). The policies are changed.
func resolveSelectors(asked networkQuestion) (*resolved, error) {
	world := &resolved{asked: asked, namespaceLabels: map[string]map[string]string{}}
	for range asked.Pods {
		world.podLabels = append(world.podLabels, map[string]string{})
	}
	for _, namespace := range asked.Namespaces {
		world.namespaceLabels[namespace.Name] = map[string]string{}
	}
	count := 0
	resolve := func(selector *metav1.LabelSelector, ofNamespaces bool) error {
		if selector == nil || len(selector.MatchLabels)+len(selector.MatchExpressions) == 0 {
			return nil
		}
		takes, err := metav1.LabelSelectorAsSelector(selector)
		if err != nil {
			return err
		}
		count++
		label := map[string]string{fmt.Sprintf("taken-by-%d", count): "yes"}
		*selector = metav1.LabelSelector{MatchLabels: label}
		for i, pod := range asked.Pods {
			if !ofNamespaces && takes.Matches(labels.Set(pod.Labels)) {
				maps.Copy(world.podLabels[i], label)
			}
		}
		for _, namespace := range asked.Namespaces {
			if ofNamespaces && takes.Matches(labels.Set(namespace.Labels)) {
				maps.Copy(world.namespaceLabels[namespace.Name], label)
			}
		}
		return nil
	}
	for _, policy := range asked.Policies {
		if err := resolve(&policy.Spec.PodSelector, false); err != nil {
			return nil, err
		}
		for _, peer := range peersOf(policy) {
			if err := resolve(peer.PodSelector, false); err != nil {
				return nil, err
			}
			if err := resolve(peer.NamespaceSelector, true); err != nil {
				return nil, err
			}
		}
	}
	return world, nil
}

func peersOf(policy *networkingv1.NetworkPolicy) []*networkingv1.NetworkPolicyPeer {
	peers := []*networkingv1.NetworkPolicyPeer{}
	for _, rule := range policy.Spec.Ingress {
		for i := range rule.From {
			peers = append(peers, &rule.From[i])
		}
	}
	for _, rule := range policy.Spec.Egress {
		for i := range rule.To {
			peers = append(peers, &rule.To[i])
		}
	}
	return peers
}

// blockless are the policies with blocks that take nobody.
func blockless(policies []*networkingv1.NetworkPolicy) []*networkingv1.NetworkPolicy {
	changed := []*networkingv1.NetworkPolicy{}
	for _, policy := range policies {
		without := policy.DeepCopy()
		for _, peer := range peersOf(without) {
			if peer.IPBlock != nil {
				peer.IPBlock = &networkingv1.IPBlock{CIDR: "255.255.255.255/32"}
			}
		}
		changed = append(changed, without)
	}
	return changed
}
